package dev.attune.feedback.project;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the projection has begun, whether or not anything it needs is there. */
@Startup
class ProjectionStarted implements HealthCheck {

  private final Projection projection;

  ProjectionStarted(Projection projection) {
    this.projection = projection;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("projection").status(projection.hasBegun()).build();
  }
}
