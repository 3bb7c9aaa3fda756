package dev.attune.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the service's application with the service, and stops it with it. */
@Singleton
public class StreamsLifecycle {

  /** The exit code of a service that gave up. */
  private static final int GAVE_UP = 1;

  private final StreamsRun run;

  StreamsLifecycle(
      StreamsApplication application,
      StreamsOptions options,
      StreamMeters meters,
      MeterRegistry registry,
      @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "127.0.0.1:9092")
          String bootstrapServers) {
    run =
        new StreamsRun(
            application,
            options,
            bootstrapServers,
            meters,
            InstantSource.system(),
            () -> Quarkus.asyncExit(GAVE_UP));
    Gauge.builder("attune.streams.lag", run, r -> r.condition().lag())
        .description("records that wait to be handled")
        .register(registry);
    Gauge.builder("attune.streams.stalled", run, r -> r.condition().stalled() ? 1 : 0)
        .description("1 while records wait and none is handled")
        .register(registry);
    for (KafkaStreams.State state : KafkaStreams.State.values()) {
      Gauge.builder("attune.streams.state", run, r -> r.condition().state() == state ? 1 : 0)
          .description("1 for the state Kafka Streams is in; none while it waits for its topics")
          .tag("state", state.name())
          .register(registry);
    }
  }

  /** How the application is doing. */
  public StreamsCondition condition() {
    return run.condition();
  }

  void start(@Observes StartupEvent event) {
    run.start();
  }

  void stop(@Observes ShutdownEvent event) {
    run.close();
  }
}
