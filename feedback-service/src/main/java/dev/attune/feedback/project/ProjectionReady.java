package dev.attune.feedback.project;

import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the broker answers, its topics are there and the read model follows them. */
@Readiness
class ProjectionReady implements HealthCheck {

  private final Projection projection;
  private final LogProbe probe;
  private final ProjectionConfig config;
  private final Clock clock;

  ProjectionReady(Projection projection, LogProbe probe, ProjectionConfig config, Clock clock) {
    this.projection = projection;
    this.probe = probe;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    boolean broker = probe.answered(config.awayAfter());
    boolean topics = probe.ids().isPresent();
    boolean moving = !projection.progress().stalled(clock.instant(), config.stalledAfter());
    return HealthCheckResponse.named("projection")
        .withData("broker answers", broker)
        .withData("topics there", topics)
        .withData("schema there", projection.isPrepared())
        .withData("running", projection.isRunning())
        .withData("getting on", moving)
        .withData("lag", projection.progress().lag())
        .status(broker && topics && moving && projection.isRunning() && projection.isPrepared())
        .build();
  }
}
