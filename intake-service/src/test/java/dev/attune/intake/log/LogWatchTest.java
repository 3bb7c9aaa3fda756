package dev.attune.intake.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.attune.contracts.Topic;
import dev.attune.intake.SettableClock;
import dev.attune.intake.log.LogWatch.Sight;
import dev.attune.local.EmbeddedKafka;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the watch sees, look by look. */
class LogWatchTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static @Nullable EmbeddedKafka kafka;

  private final Acknowledgements acknowledgements =
      new Acknowledgements(new SettableClock(Instant.EPOCH));
  private @Nullable LogWatch watch;

  @BeforeAll
  static void startBroker() {
    kafka = EmbeddedKafka.start();
  }

  @AfterAll
  static void stopBroker() {
    broker().close();
  }

  @AfterEach
  void stopWatch() {
    if (watch != null) {
      watch.stop(new ShutdownEvent());
    }
  }

  @Test
  void a_log_in_reach_with_its_topics_is_ready() {
    assertThat(watching(Map.of())).satisfies(LogWatchTest::getsReady);
  }

  @Test
  void a_topic_that_is_missing_is_seen() throws Exception {
    String topic = Topic.SESSIONS.topicName();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker().bootstrapServers()))) {
      admin.deleteTopics(List.of(topic)).all().get();
      try {
        LogWatch watching = watching(Map.of());

        Awaitility.await().atMost(SOON).until(() -> look(watching) == Sight.TOPICS_MISSING);
      } finally {
        admin
            .createTopics(List.of(new NewTopic(topic, Topic.DEFAULT_PARTITIONS, (short) 1)))
            .all()
            .get();
      }
    }
  }

  @Test
  void a_producer_that_cannot_be_made_is_seen_and_ends_no_watch() {
    LogWatch watching = watching(Map.of("kafka.compression.type", "nonsense"));

    Awaitility.await().atMost(SOON).until(() -> look(watching) == Sight.PRODUCER_NOT_ABLE);
    assertThat(look(watching)).isEqualTo(Sight.PRODUCER_NOT_ABLE);
  }

  @Test
  void an_address_that_is_none_is_seen_and_ends_no_watch() {
    LogWatch watching = watching(Map.of("kafka.bootstrap.servers", "nowhere"));

    assertThat(look(watching)).isEqualTo(Sight.OUT_OF_REACH);
    assertThat(look(watching)).isEqualTo(Sight.OUT_OF_REACH);
  }

  @Test
  void a_log_that_acknowledges_nothing_is_seen_until_it_does() {
    LogWatch watching = watching(Map.of());
    getsReady(watching);

    IntStream.range(0, Acknowledgements.STREAK).forEach(i -> acknowledgements.failed());

    assertThat(look(watching)).isEqualTo(Sight.NOT_ACKNOWLEDGING);
    acknowledgements.succeeded();
    assertThat(look(watching)).isEqualTo(Sight.READY);
  }

  @ParameterizedTest
  @CsvSource({
    "attune.log.acknowledge-within, 100ms",
    "attune.log.acknowledge-within, 2m",
    "attune.log.in-flight, 0",
    "attune.log.in-flight-per-tenant, 0"
  })
  void a_setting_that_cannot_work_stops_the_start_and_is_named(String key, String value) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> watching(Map.of(key, value)))
        .withMessageContaining(key);
  }

  private static EmbeddedKafka broker() {
    if (kafka == null) {
      throw new IllegalStateException("not started");
    }
    return kafka;
  }

  private LogWatch watching(Map<String, String> settings) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(LogConfig.class)
            .withDefaultValue("kafka.bootstrap.servers", broker().bootstrapServers())
            .withDefaultValues(settings)
            .build();
    LogConfig log = config.getConfigMapping(LogConfig.class);
    var kafkaSettings = new KafkaSettings(config, log);
    watch =
        new LogWatch(kafkaSettings, new LiveProducer(kafkaSettings, log), acknowledgements, log);
    return watch;
  }

  private static void getsReady(LogWatch watching) {
    Awaitility.await().atMost(SOON).until(() -> look(watching) == Sight.READY);
  }

  private static Sight look(LogWatch watching) {
    watching.look();
    return watching.sight();
  }
}
