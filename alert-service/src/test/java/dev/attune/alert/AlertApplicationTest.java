package dev.attune.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.Severity;
import dev.attune.contracts.Topic;
import dev.attune.detection.RuleSet;
import dev.attune.streams.StreamMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertApplicationTest {

  private static final int SESSIONS_PER_SERIES = 10;
  private static final List<Score> EXAMPLE = Scores.series(36, 37, 38, 37, 30, 36, 38);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TopologyTestDriver driver;

  AlertApplicationTest(@TempDir java.nio.file.Path state) {
    var settings = new Properties();
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    var application =
        AlertApplication.of(
            RuleSet.load("attune-default"),
            SESSIONS_PER_SERIES,
            new StreamMeters(registry),
            registry);
    driver = new TopologyTestDriver(application.topology(), settings);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void the_example_tells_one_alert_three_times_from_open_to_repaired() {
    EXAMPLE.forEach(this::send);

    List<Alert> told = told().stream().filter(alert -> !alert.isMark()).toList();
    assertThat(told)
        .extracting(Alert::status)
        .containsExactly(AlertStatus.OPEN, AlertStatus.PROBABLY_REPAIRED, AlertStatus.REPAIRED);
    assertThat(told).extracting(Alert::id).containsOnly(told.getFirst().id());
    assertThat(told).extracting(Alert::revision).containsExactly(1L, 2L, 3L);
    assertThat(told.getLast().openedAt()).isEqualTo(Scores.session(5));
    assertThat(told.getLast().severity()).isEqualTo(Severity.RED);
  }

  @Test
  void an_alert_lies_under_its_key_with_the_headers_of_an_event() {
    EXAMPLE.subList(0, 5).forEach(this::send);

    TestRecord<String, byte[]> record = alerts().readRecordsToList().getLast();
    Alert alert = Json.read(record.value(), Alert.class);
    assertThat(record.key()).isEqualTo(alert.key().text());
    assertThat(header(record, Headers.CE_TYPE)).isEqualTo(EventType.ALERT.type());
    assertThat(header(record, Headers.CE_SOURCE)).isEqualTo("/attune/alert-service");
  }

  @Test
  void sixty_four_equal_scores_tell_what_one_tells() {
    EXAMPLE.subList(0, 4).forEach(this::send);
    told();

    Collections.nCopies(64, EXAMPLE.get(4)).forEach(this::send);

    assertThat(told())
        .extracting(Alert::rule)
        .containsExactlyInAnyOrder("SRS-01", "SRS-03", "SRS-05");
    assertThat(registry.get("attune.alerts.repeated").counter().count()).isEqualTo(63);
  }

  @Test
  void an_amendment_that_removes_the_cause_retracts() {
    EXAMPLE.subList(0, 5).forEach(this::send);
    told();

    send(Scores.total(5, 37));

    assertThat(told()).extracting(Alert::status).containsOnly(AlertStatus.RETRACTED);
  }

  @Test
  void an_erased_score_retracts_its_alert() {
    EXAMPLE.forEach(this::send);
    told();

    erase(EXAMPLE.get(4));

    assertThat(told())
        .filteredOn(alert -> !alert.isMark())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.status()).isEqualTo(AlertStatus.RETRACTED);
          assertThat(alert.evidence().observed()).isNull();
        });
  }

  @Test
  void an_erased_episode_leaves_nothing_behind() {
    EXAMPLE.forEach(this::send);
    List<String> keys =
        alerts().readRecordsToList().stream().map(TestRecord::key).distinct().toList();

    EXAMPLE.forEach(this::erase);

    List<TestRecord<String, byte[]>> records = alerts().readRecordsToList();
    List<TestRecord<String, byte[]>> last =
        records.subList(records.size() - keys.size(), records.size());
    assertThat(last).allSatisfy(record -> assertThat(record.value()).isNull());
    assertThat(last).extracting(TestRecord::key).containsExactlyInAnyOrderElementsOf(keys);
    try (var left = driver.getKeyValueStore("episodes").all()) {
      assertThat(left.hasNext()).isFalse();
    }
    assertThat(registry.get("attune.alerts").tag("transition", "ERASED").counter().count())
        .isEqualTo(keys.size());
  }

  @Test
  void an_erased_score_that_was_never_there_changes_nothing() {
    erase(EXAMPLE.getFirst());
    send(EXAMPLE.getFirst());
    erase(EXAMPLE.get(4));

    assertThat(told()).isEmpty();
  }

  @Test
  void scores_that_no_rule_asks_for_leave_no_trace() {
    send(Scores.ofOtherInstrument(1, 10));
    send(Scores.byTherapist(1, 10));

    assertThat(told()).isEmpty();
    assertThat(driver.getKeyValueStore("episodes").approximateNumEntries()).isZero();
  }

  @Test
  void beyond_the_limit_of_a_series_a_new_session_is_a_dead_letter_and_an_amendment_is_not() {
    for (int session = 1; session <= SESSIONS_PER_SERIES + 1; session++) {
      send(Scores.total(session, 38));
    }
    assertThat(reasons()).containsExactly(DeadReason.OVER_LIMIT.code());

    send(Scores.total(SESSIONS_PER_SERIES, 20));

    assertThat(reasons()).isEmpty();
    assertThat(told()).extracting(Alert::rule).contains("SRS-01");
  }

  @Test
  void numbers_that_no_score_has_are_a_dead_letter() {
    Score huge = Scores.totalOf(1, "1e300000000");
    Score tiny = Scores.totalOf(2, "1e-300000000");

    send(huge);
    send(tiny);
    EXAMPLE.forEach(this::send);

    assertThat(reasons())
        .containsExactly(DeadReason.UNSCORABLE.code(), DeadReason.UNSCORABLE.code());
    assertThat(told()).isNotEmpty();
  }

  @Test
  void what_cannot_be_read_is_a_dead_letter_and_stops_nothing() {
    scores().pipeInput(EXAMPLE.getFirst().key().text(), new byte[] {'{'});
    scores().pipeInput(EXAMPLE.get(1).key().text(), Json.write(EXAMPLE.getFirst()));
    EXAMPLE.forEach(this::send);

    assertThat(reasons())
        .containsExactly(DeadReason.UNREADABLE.code(), DeadReason.KEY_MISMATCH.code());
    assertThat(told()).isNotEmpty();
  }

  @Test
  void alerts_are_counted_by_rule_severity_and_transition() {
    EXAMPLE.forEach(this::send);

    assertThat(count("SRS-01", "RED", "OPEN")).isEqualTo(1);
    assertThat(count("SRS-01", "RED", "REPAIRED")).isEqualTo(1);
    assertThat(count("SRS-03", "INFO", "NOTED")).isEqualTo(1);
  }

  private double count(String rule, String severity, String transition) {
    return registry
        .get("attune.alerts")
        .tag("rule", rule)
        .tag("severity", severity)
        .tag("transition", transition)
        .counter()
        .count();
  }

  private void send(Score score) {
    scores().pipeInput(score.key().text(), Json.write(score));
  }

  private void erase(Score score) {
    scores().pipeInput(new TestRecord<>(score.key().text(), null));
  }

  private List<Alert> told() {
    List<Alert> told = new ArrayList<>();
    for (TestRecord<String, byte[]> record : alerts().readRecordsToList()) {
      told.add(Json.read(record.value(), Alert.class));
    }
    return told;
  }

  private List<String> reasons() {
    return output(Topic.DEAD_LETTERS).readRecordsToList().stream()
        .map(letter -> header(letter, Headers.DEAD_REASON))
        .toList();
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private TestInputTopic<String, byte[]> scores() {
    return driver.createInputTopic(
        Topic.SCORES.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<String, byte[]> alerts() {
    return output(Topic.ALERTS);
  }

  private TestOutputTopic<String, byte[]> output(Topic topic) {
    return driver.createOutputTopic(
        topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
  }
}
