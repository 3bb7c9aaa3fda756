package dev.attune.feedback.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while PostgreSQL answers. */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {

  private static final Duration WITHIN = Duration.ofSeconds(2);

  private final Tenants tenants;

  DatabaseReady(Tenants tenants) {
    this.tenants = tenants;
  }

  private record One(int one) {}

  @Override
  public Uni<HealthCheckResponse> call() {
    return tenants
        .in(Set.of(), rows -> rows.read(One.class, "select 1 as one"))
        .ifNoItem()
        .after(WITHIN)
        .fail()
        .map(_ -> answer(true))
        .onFailure()
        .recoverWithItem(() -> answer(false));
  }

  private static HealthCheckResponse answer(boolean up) {
    return HealthCheckResponse.named("database").status(up).build();
  }
}
