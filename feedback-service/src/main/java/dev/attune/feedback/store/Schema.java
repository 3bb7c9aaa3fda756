package dev.attune.feedback.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;

/** Brings the schema to this version, and makes sure that row-level security binds us. */
@ApplicationScoped
public class Schema {

  private static final String POWERS =
      """
      select r.rolsuper or r.rolbypassrls as beyond_policies,
        exists (select 1 from pg_class c
          where c.relnamespace = cast(current_schema() as regnamespace)
            and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'MEMBER'))
          as owns_tables
      from pg_roles r where r.rolname = current_user
      """;

  private final Flyway flyway;
  private final Tenants tenants;

  Schema(Flyway flyway, Tenants tenants) {
    this.flyway = flyway;
    this.tenants = tenants;
  }

  private record Powers(boolean beyondPolicies, boolean ownsTables) {}

  /** Runs the migrations that are missing, with the owner's role. Blocks. */
  public void migrate() {
    flyway.migrate();
  }

  /**
   * Checks the application's role.
   *
   * @throws TooPowerful (as failure) if row-level security does not bind it
   */
  public Uni<Void> requireBound() {
    return tenants
        .in(Set.of(), rows -> rows.read(Powers.class, POWERS))
        .invoke(Schema::refuseTooPowerful)
        .replaceWithVoid();
  }

  private static void refuseTooPowerful(List<Powers> powers) {
    if (powers.size() != 1 || powers.getFirst().beyondPolicies()) {
      throw new TooPowerful("is a superuser or bypasses row-level security");
    }
    if (powers.getFirst().ownsTables()) {
      throw new TooPowerful("owns tables");
    }
  }

  /** The application's role could see rows of every tenant. */
  public static final class TooPowerful extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooPowerful(String how) {
      super(
          "The role of quarkus.datasource.username "
              + how
              + ": give the service a role of its own (see docs/design.md, section 7)");
    }
  }
}
