package dev.attune.feedback.store;

import dev.attune.contracts.Identifiers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Transactions that see the rows of named tenants and no others: the setting that row-level
 * security looks at lives and dies with the transaction.
 */
@ApplicationScoped
public class Tenants {

  private final Mutiny.SessionFactory sessions;
  private final DatabaseConfig config;

  Tenants(Mutiny.SessionFactory sessions, DatabaseConfig config) {
    this.sessions = sessions;
    this.config = config;
  }

  /**
   * Does {@code work} in one transaction that sees one tenant, for somebody who waits: a database
   * that does not answer in time is a refusal (503), whatever becomes of the transaction.
   */
  public <T> Uni<T> answer(String tenant, Function<Rows, Uni<T>> work) {
    return in(tenant, work)
        .ifNoItem()
        .after(config.answersWithin())
        .fail()
        .onFailure()
        .transform(Away::told);
  }

  /** Does {@code work} in one transaction that sees one tenant. */
  public <T> Uni<T> in(String tenant, Function<Rows, Uni<T>> work) {
    return in(Set.of(tenant), work);
  }

  /** Does {@code work} in one transaction that sees these tenants. */
  public <T> Uni<T> in(Collection<String> tenants, Function<Rows, Uni<T>> work) {
    if (tenants.stream().anyMatch(tenant -> Identifiers.fault(tenant) != null)) {
      throw new IllegalArgumentException("no legal tenant");
    }
    String visible = String.join(" ", tenants);
    return toTheEnd(
        Uni.createFrom()
            .deferred(() ->
                sessions.withStatelessTransaction(
                    session -> see(session, visible).chain(() -> work.apply(new Rows(session))))));
  }

  private static Uni<String> see(Mutiny.StatelessSession session, String tenants) {
    return session
        .createNativeQuery("select set_config('app.tenant', ?1, true)", String.class)
        .setParameter(1, tenants)
        .getSingleResult();
  }

  /**
   * Carries a transaction to its end although nobody waits for it any more: one that is cancelled
   * half-way, as by a browser that goes away, would keep its connection.
   */
  private static <T> Uni<T> toTheEnd(Uni<T> transaction) {
    return Uni.createFrom().emitter(end -> transaction.subscribe().with(end::complete, end::fail));
  }
}
