package dev.attune.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.Severity;
import dev.attune.contracts.Topic;
import dev.attune.detection.RuleSet;
import dev.attune.streams.StreamMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

  AlertApplicationTest(@TempDir Path state) {
    driver = driver(state);
  }

  private TopologyTestDriver driver(Path state) {
    var settings = new Properties();
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    var application =
        AlertApplication.of(
            RuleSet.load("attune-default"),
            SESSIONS_PER_SERIES,
            new StreamMeters(registry),
            registry);
    return new TopologyTestDriver(application.topology(), settings);
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
    send(Sessions.held(5));
    send(Sessions.missed(8));
    List<String> keys =
        alerts().readRecordsToList().stream().map(TestRecord::key).distinct().toList();

    sessions().pipeInput(new TestRecord<>(Sessions.held(5).key().text(), null));
    EXAMPLE.forEach(this::erase);
    sessions().pipeInput(new TestRecord<>(Sessions.missed(8).key().text(), null));

    List<TestRecord<String, byte[]>> records = alerts().readRecordsToList();
    List<TestRecord<String, byte[]>> last =
        records.subList(records.size() - keys.size(), records.size());
    assertThat(last).allSatisfy(record -> assertThat(record.value()).isNull());
    assertThat(last).extracting(TestRecord::key).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(isStoreEmpty()).isTrue();
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
  void scores_that_no_rule_asks_for_raise_nothing_and_keep_no_number() {
    Score tooLarge =
        Scores.score(
            Scores.session(1),
            Scores.CLIENT,
            "gad7",
            ScoreState.COMPLETE,
            BigDecimal.valueOf(123_456_789),
            List.of());
    send(tooLarge);
    send(Scores.byTherapist(1, 10));

    assertThat(told()).isEmpty();
    assertThat(reasons()).isEmpty();
    erase(tooLarge);
    erase(Scores.byTherapist(1, 10));
    assertThat(isStoreEmpty()).isTrue();
  }

  @Test
  void a_session_that_was_held_counts_and_one_that_was_missed_does_not() {
    send(Scores.numbered(1, null, 36));
    send(Sessions.missed(2));
    send(Sessions.held(3));
    send(Sessions.cancelled(4));
    send(Scores.numbered(5, null, 30));

    assertThat(told())
        .filteredOn(alert -> !alert.isMark())
        .singleElement()
        .satisfies(alert -> assertThat(alert.evidence().expected()).isEqualTo("36.659167"));
  }

  @Test
  void a_session_that_the_ehr_moves_after_its_rating_moves_its_alert() {
    EXAMPLE.subList(0, 5).forEach(this::send);
    told();

    send(Sessions.held(5, 6));

    assertThat(told())
        .filteredOn(alert -> !alert.isMark())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.revision()).isEqualTo(2);
          assertThat(alert.openedAt()).isEqualTo(Scores.session(5, 6));
          assertThat(alert.steps()).hasSize(1);
        });
  }

  @Test
  void a_session_told_as_it_was_rated_tells_nothing_new() {
    EXAMPLE.forEach(this::send);
    told();

    send(Sessions.held(5, 5));
    send(Sessions.held(5, 5));

    assertThat(told()).isEmpty();
    assertThat(registry.get("attune.alerts.repeated").counter().count()).isEqualTo(1);
  }

  @Test
  void a_session_nobody_can_read_is_a_dead_letter_and_stops_nothing() {
    sessions().pipeInput(Sessions.held(1).key().text(), new byte[] {'{'});
    sessions().pipeInput(Sessions.held(2).key().text(), Json.write(Sessions.held(1)));
    EXAMPLE.forEach(this::send);

    assertThat(reasons())
        .containsExactly(DeadReason.UNREADABLE.code(), DeadReason.KEY_MISMATCH.code());
    assertThat(told()).isNotEmpty();
  }

  @Test
  void beyond_the_limit_of_an_episode_a_new_session_of_the_ehr_is_a_dead_letter() {
    for (int week = 1; week <= SESSIONS_PER_SERIES + 1; week++) {
      send(Sessions.held(week));
    }

    assertThat(reasons()).containsExactly(DeadReason.OVER_LIMIT.code());
  }

  @Test
  void a_replay_publishes_the_same_bytes(@TempDir Path state) {
    List<byte[]> first = played(driver);

    try (var again = driver(state)) {
      assertThat(played(again)).usingElementComparator(Arrays::compare).isEqualTo(first);
    }
    assertThat(first).hasSizeGreaterThan(5);
  }

  private static List<byte[]> played(TopologyTestDriver driver) {
    for (int week = 1; week <= EXAMPLE.size(); week++) {
      Score score = EXAMPLE.get(week - 1);
      input(driver, Topic.SCORES).pipeInput(score.key().text(), Json.write(score));
      SessionRecord held = Sessions.held(week, week + 1);
      input(driver, Topic.SESSIONS).pipeInput(held.key().text(), Json.write(held));
    }
    return output(driver, Topic.ALERTS).readRecordsToList().stream()
        .map(TestRecord::value)
        .toList();
  }

  @Test
  void marks_are_published_with_their_session_and_are_never_open() {
    EXAMPLE.forEach(this::send);
    send(Scores.answers(8, 9, 8.5, 9, 9));

    List<Alert> marks = told().stream().filter(Alert::isMark).toList();
    assertThat(marks)
        .extracting(mark -> mark.rule() + " at " + mark.openedAt().id() + " " + mark.status())
        .contains("SRS-03 at S-5 NOTED", "SRS-04 at S-8 NOTED", "SRS-05 at S-8 NOTED");
    assertThat(marks).extracting(Alert::status).containsOnly(AlertStatus.NOTED);
    assertThat(counted("INFO")).containsOnly("NOTED");
  }

  /** Under which transitions alerts of a severity are counted. */
  private List<String> counted(String severity) {
    return registry.get("attune.alerts").tag("severity", severity).counters().stream()
        .map(counter -> String.valueOf(counter.getId().getTag("transition")))
        .distinct()
        .toList();
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

  private boolean isStoreEmpty() {
    try (var left = driver.getKeyValueStore("episodes").all()) {
      return !left.hasNext();
    }
  }

  private void send(SessionRecord session) {
    sessions().pipeInput(session.key().text(), Json.write(session));
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
    return input(driver, Topic.SCORES);
  }

  private TestInputTopic<String, byte[]> sessions() {
    return input(driver, Topic.SESSIONS);
  }

  private TestOutputTopic<String, byte[]> alerts() {
    return output(Topic.ALERTS);
  }

  private TestOutputTopic<String, byte[]> output(Topic topic) {
    return output(driver, topic);
  }

  private static TestInputTopic<String, byte[]> input(TopologyTestDriver driver, Topic topic) {
    return driver.createInputTopic(
        topic.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  private static TestOutputTopic<String, byte[]> output(TopologyTestDriver driver, Topic topic) {
    return driver.createOutputTopic(
        topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
  }
}
