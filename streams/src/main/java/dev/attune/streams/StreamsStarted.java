package dev.attune.streams;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the broker was looked for the first time, whether it answered or not. */
@Startup
@ApplicationScoped
class StreamsStarted implements HealthCheck {

  private final StreamsLifecycle streams;

  StreamsStarted(StreamsLifecycle streams) {
    this.streams = streams;
  }

  @Override
  public HealthCheckResponse call() {
    boolean looked = !(streams.condition().broker() instanceof StreamsCondition.Broker.Unknown);
    return HealthCheckResponse.named("streams").status(looked).build();
  }
}
