package dev.attune.streams;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive until stream threads have died too often; Kafka's absence does not count. */
@Liveness
@ApplicationScoped
class StreamsLiveness implements HealthCheck {

  private final StreamsLifecycle streams;

  StreamsLiveness(StreamsLifecycle streams) {
    this.streams = streams;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("streams").status(streams.condition().isAlive()).build();
  }
}
