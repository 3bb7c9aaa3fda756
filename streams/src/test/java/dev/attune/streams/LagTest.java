package dev.attune.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class LagTest {

  @Test
  void lags_of_partitions_add_up_and_one_told_twice_counts_once() {
    var lag =
        Lag.of(
            Map.ofEntries(
                lag("a-StreamThread-1-consumer", "attune.ratings", "0", 3.0),
                lag("a-StreamThread-1-consumer", "attune_ratings", "0", 3.0),
                lag("a-StreamThread-1-consumer", "attune.ratings", "1", 4.0)));

    assertThat(lag.records()).isEqualTo(7);
  }

  @Test
  void consumers_that_restore_stores_do_not_count() {
    var lag =
        Lag.of(Map.ofEntries(lag("a-StreamThread-1-restore-consumer", "changelog", "0", 9.0)));

    assertThat(lag.records()).isZero();
  }

  @Test
  void partition_never_fetched_has_no_lag_yet() {
    var lag = Lag.of(Map.ofEntries(lag("a-consumer", "attune.ratings", "0", Double.NaN)));

    assertThat(lag.records()).isZero();
  }

  @Test
  void slowest_thread_tells_the_time_since_the_last_poll() {
    var lag =
        Lag.of(
            Map.ofEntries(
                metric("last-poll-seconds-ago", Map.of("client-id", "a-1-consumer"), 2.0),
                metric("last-poll-seconds-ago", Map.of("client-id", "a-2-consumer"), 61.0)));

    assertThat(lag.sinceLastPoll()).isEqualTo(Duration.ofSeconds(61));
  }

  private static Map.Entry<MetricName, Metric> lag(
      String client, String topic, String partition, double value) {
    return metric(
        "records-lag", Map.of("client-id", client, "topic", topic, "partition", partition), value);
  }

  private static Map.Entry<MetricName, Metric> metric(
      String name, Map<String, String> tags, double value) {
    var metricName = new MetricName(name, "group", "", tags);
    return Map.entry(metricName, new Fixed(metricName, value));
  }

  private record Fixed(MetricName metricName, Object metricValue) implements Metric {}
}
