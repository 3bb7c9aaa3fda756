package dev.attune.feedback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.feedback.testing.Behind;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row-level security binds the application's role, and the audit binds everybody. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BoundTest {

  private static final String ADD =
      "insert into feed_head (tenant, recipient, seq) values (?1, 'T-1', 1)";

  private final String own = "clinic-" + UUID.randomUUID();
  private final String other = "clinic-" + UUID.randomUUID();
  private final Behind behind = new Behind(Surroundings.postgres());

  @Inject Tenants tenants;
  @Inject Schema schema;

  private record Head(String tenant) {}

  @Test
  void a_transaction_sees_and_changes_the_rows_of_its_tenants_only() {
    await(tenants.in(own, rows -> rows.write(ADD, own)));
    await(tenants.in(other, rows -> rows.write(ADD, other)));

    assertThat(heads(Set.of(own))).containsExactly(new Head(own));
    assertThat(heads(Set.of(own, other))).hasSize(2);
    assertThat(heads(Set.of())).isEmpty();
    int gone = await(tenants.in(own, rows -> rows.write("delete from feed_head")));
    assertThat(gone).isEqualTo(1);
    assertThatThrownBy(() -> await(tenants.in(own, rows -> rows.write(ADD, other))))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void a_role_that_passes_by_the_policies_is_refused() {
    await(schema.requireBound());
    String app = Surroundings.postgres().app().user();
    behind.change("alter role " + app + " bypassrls");
    try {
      assertThatThrownBy(() -> await(schema.requireBound()))
          .isInstanceOf(Schema.TooPowerful.class)
          .hasMessageContaining("bypasses row-level security");
    } finally {
      behind.change("alter role " + app + " nobypassrls");
    }
  }

  @Test
  void a_role_that_owns_tables_is_refused() {
    var logins = Surroundings.postgres();
    behind.change("grant " + logins.owner().user() + " to " + logins.app().user());
    try {
      assertThatThrownBy(() -> await(schema.requireBound()))
          .isInstanceOf(Schema.TooPowerful.class)
          .hasMessageContaining("owns tables");
    } finally {
      behind.change("revoke " + logins.owner().user() + " from " + logins.app().user());
    }
  }

  @Test
  void what_is_on_record_stays_as_it_is_even_for_the_superuser() {
    behind.change(
        "insert into audit (tenant, at, who, action, episodes, why) values (?, now(), 'T-1', 'a',"
            + " '', '')",
        own);
    for (String change :
        List.of("update audit set who = 'nobody'", "delete from audit", "truncate audit")) {
      assertThatThrownBy(() -> behind.change(change)).hasStackTraceContaining("append-only");
    }
  }

  private List<Head> heads(Set<String> of) {
    return await(tenants.in(of, rows -> rows.read(Head.class, "select tenant from feed_head")));
  }

  private static <T> T await(Uni<T> transaction) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> transaction);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
