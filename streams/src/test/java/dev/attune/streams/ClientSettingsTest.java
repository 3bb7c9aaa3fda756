package dev.attune.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

  private static final StreamsApplication APPLICATION =
      new StreamsApplication("scoring-service", "attune-scoring", new Topology(), Set.of());

  @Test
  void every_record_is_handled_exactly_once_from_the_first_on() {
    var config = config(Map.of());

    assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
        .isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
    assertThat(mainConsumer(config))
        .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")
        .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
  }

  @Test
  void transactions_and_sessions_are_short() {
    var config = config(Map.of());

    assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(25);
    assertThat(config.getProducerConfigs("p"))
        .containsEntry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    assertThat(mainConsumer(config))
        .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
  }

  @Test
  void instance_is_a_static_member_of_its_group() {
    assertThat(mainConsumer(config(Map.of("instance-id", "scoring-0"))))
        .containsEntry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "scoring-0-1");
    assertThat(mainConsumer(config(Map.of())))
        .doesNotContainKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
  }

  @Test
  void group_is_the_one_of_the_service_unless_told_otherwise() {
    assertThat(config(Map.of()).getString(StreamsConfig.APPLICATION_ID_CONFIG))
        .isEqualTo("attune-scoring");
    assertThat(
            config(Map.of("application-id", "shadow"))
                .getString(StreamsConfig.APPLICATION_ID_CONFIG))
        .isEqualTo("shadow");
  }

  @Test
  void further_settings_reach_every_client() {
    var options = Samples.options(Map.of("kafka.\"security.protocol\"", "SSL"));

    assertThat(ClientSettings.ofStreams(APPLICATION, options, "127.0.0.1:1"))
        .containsEntry("security.protocol", "SSL");
    assertThat(ClientSettings.ofAdmin(options, "127.0.0.1:1"))
        .containsEntry("security.protocol", "SSL");
  }

  private static Map<String, Object> mainConsumer(StreamsConfig config) {
    return config.getMainConsumerConfigs("attune", "client", 1);
  }

  private static StreamsConfig config(Map<String, String> options) {
    return new StreamsConfig(
        ClientSettings.ofStreams(APPLICATION, Samples.options(options), "127.0.0.1:1"));
  }
}
