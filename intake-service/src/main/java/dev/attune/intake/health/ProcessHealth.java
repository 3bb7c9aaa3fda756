package dev.attune.intake.health;

import dev.attune.instruments.Catalogue;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** Started once the instruments are read; live while it answers, whatever becomes of the log. */
@Startup
@Liveness
@Singleton
class ProcessHealth implements HealthCheck {

  private final Catalogue catalogue;

  ProcessHealth(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("intake").status(!catalogue.all().isEmpty()).build();
  }
}
