package dev.attune.intake.health;

import dev.attune.intake.log.LogWatch;
import dev.attune.intake.log.LogWatch.Sight;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the log takes what is sent. Tells what the watch saw last and waits for nothing. */
@Readiness
@Singleton
class LogReadiness implements HealthCheck {

  private final LogWatch watch;

  LogReadiness(LogWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    Sight sight = watch.sight();
    return HealthCheckResponse.named("log")
        .status(sight == Sight.READY)
        .withData("sight", sight.name())
        .build();
  }
}
