package dev.attune.intake.log;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of the Kafka clients: what a deployment says in {@code kafka.*} (addresses,
 * credentials), and over it what the promises to a caller rest on.
 */
@Singleton
class KafkaSettings {

  private static final String PREFIX = "kafka.";
  private static final Duration LEAST_PATIENCE = Duration.ofMillis(500);
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(1);
  private static final int BUFFER_BYTES = 16 * 1024 * 1024;

  private final Config config;
  private final LogConfig log;

  KafkaSettings(Config config, LogConfig log) {
    this.config = config;
    this.log = checked(log);
  }

  /** Stops the start where the client would refuse the settings later, or promise nothing. */
  private static LogConfig checked(LogConfig log) {
    Duration least = log.linger().plus(LEAST_PATIENCE);
    if (log.acknowledgeWithin().compareTo(least) < 0
        || log.acknowledgeWithin().compareTo(MOST_PATIENCE) > 0) {
      throw new ConfigurationException(
          "attune.log.acknowledge-within must lie between %s and %s, was %s"
              .formatted(least, MOST_PATIENCE, log.acknowledgeWithin()));
    }
    if (log.inFlight() < 1 || log.inFlightPerTenant() < 1) {
      throw new ConfigurationException(
          "attune.log.in-flight and attune.log.in-flight-per-tenant must be at least 1");
    }
    return log;
  }

  Map<String, Object> producer() {
    Map<String, Object> settings = deployed(ProducerConfig.configNames());
    int acknowledgeWithin = Math.toIntExact(log.acknowledgeWithin().toMillis());
    int linger = Math.toIntExact(log.linger().toMillis());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, acknowledgeWithin);
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(2_000, acknowledgeWithin - linger));
    settings.put(ProducerConfig.LINGER_MS_CONFIG, linger);
    // send() is called on event loops and must not wait for metadata or for room.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, EpisodePartitioner.class);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    return settings;
  }

  Map<String, Object> admin() {
    Map<String, Object> settings = deployed(AdminClientConfig.configNames());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
    return settings;
  }

  private Map<String, Object> deployed(Set<String> names) {
    Map<String, Object> settings = new HashMap<>();
    for (String name : names) {
      config
          .getOptionalValue(PREFIX + name, String.class)
          .ifPresent(value -> settings.put(name, value));
    }
    settings.put("reconnect.backoff.max.ms", 500);
    settings.put("metric.reporters", "");
    settings.put("enable.metrics.push", false);
    return settings;
  }
}
