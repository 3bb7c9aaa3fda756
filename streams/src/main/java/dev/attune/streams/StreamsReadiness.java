package dev.attune.streams;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while records are handled: broker, topics, state and progress are well. */
@Readiness
@ApplicationScoped
class StreamsReadiness implements HealthCheck {

  private final StreamsLifecycle streams;

  StreamsReadiness(StreamsLifecycle streams) {
    this.streams = streams;
  }

  @Override
  public HealthCheckResponse call() {
    StreamsCondition condition = streams.condition();
    return HealthCheckResponse.named("streams")
        .status(condition.isReady())
        .withData("condition", condition.summary())
        .withData("lag", condition.lag())
        .build();
  }
}
