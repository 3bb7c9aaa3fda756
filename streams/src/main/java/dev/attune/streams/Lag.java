package dev.attune.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What the consumers of the stream threads tell about themselves.
 *
 * @param records how many records wait on the broker
 * @param sinceLastPoll how long ago a thread last asked for records, of the slowest thread
 */
record Lag(long records, Duration sinceLastPoll) {

  /** Reads it from the clients' own metrics. */
  static Lag of(Map<MetricName, ? extends Metric> metrics) {
    var waiting = new HashMap<String, Double>();
    double slowest = 0;
    for (var entry : metrics.entrySet()) {
      MetricName name = entry.getKey();
      if (isOfMainConsumer(name) && entry.getValue().metricValue() instanceof Double value) {
        if (name.name().equals("records-lag")) {
          waiting.merge(partition(name), value, Math::max);
        } else if (name.name().equals("last-poll-seconds-ago")) {
          slowest = Math.max(slowest, value);
        }
      }
    }
    double records = waiting.values().stream().filter(lag -> lag > 0).mapToDouble(d -> d).sum();
    return new Lag((long) records, Duration.ofSeconds((long) slowest));
  }

  private static boolean isOfMainConsumer(MetricName name) {
    String client = name.tags().getOrDefault("client-id", "");
    return client.endsWith("-consumer") && !client.endsWith("-restore-consumer");
  }

  /** Kafka tells each lag twice, once with the topic's dots replaced. */
  private static String partition(MetricName name) {
    return name.tags().getOrDefault("topic", "").replace('.', '_')
        + '-'
        + name.tags().getOrDefault("partition", "");
  }
}
