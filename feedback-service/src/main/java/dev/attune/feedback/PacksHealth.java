package dev.attune.feedback;

import dev.attune.instruments.packs.Packs;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Names every pack and why one was refused. It is no readiness: everything else is shown. */
@Wellness
@Singleton
class PacksHealth implements HealthCheck {

  private final Packs packs;

  PacksHealth(Packs packs) {
    this.packs = packs;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("packs").status(packs.refused().isEmpty());
    packs.states().forEach(response::withData);
    return response.build();
  }
}
