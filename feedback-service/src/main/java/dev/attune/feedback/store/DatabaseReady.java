package dev.attune.feedback.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Ready while PostgreSQL answers. */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {

  private static final Duration WITHIN = Duration.ofSeconds(2);

  private final Tenants tenants;
  private @Nullable Uni<Boolean> asking;

  DatabaseReady(Tenants tenants) {
    this.tenants = tenants;
  }

  private record One(int one) {}

  @Override
  public Uni<HealthCheckResponse> call() {
    return question().ifNoItem().after(WITHIN).recoverWithItem(false).map(DatabaseReady::answer);
  }

  /** One question at a time: while it hangs, whoever else asks takes no connection of his own. */
  private synchronized Uni<Boolean> question() {
    if (asking == null) {
      asking =
          tenants
              .in(Set.of(), rows -> rows.read(One.class, "select 1 as one"))
              .map(_ -> true)
              .onFailure()
              .recoverWithItem(false)
              .onItem()
              .invoke(this::answered)
              .memoize()
              .indefinitely();
    }
    return asking;
  }

  private synchronized void answered() {
    asking = null;
  }

  private static HealthCheckResponse answer(boolean up) {
    return HealthCheckResponse.named("database").status(up).build();
  }
}
