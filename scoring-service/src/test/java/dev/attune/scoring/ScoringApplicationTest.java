package dev.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Score;
import dev.attune.contracts.Topic;
import dev.attune.instruments.Catalogue;
import dev.attune.streams.StreamMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringApplicationTest {

  private static final Rating RATING = Ratings.of("srs", "9.5", "9.2", "9.0", "9.4");
  private static final Rating AMENDED = Ratings.of("srs", "9.5", "9.2", "9.0", "7.4");
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  private SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private TopologyTestDriver driver = driver();

  @BeforeEach
  void open() {
    driver.close();
    registry = new SimpleMeterRegistry();
    driver = driver();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void rating_becomes_a_score_under_the_same_key() {
    send(RATING);

    TestRecord<String, byte[]> score = scores().readRecord();
    assertThat(score.key()).isEqualTo(RATING.key().text());
    assertThat(read(score.value()).total()).isEqualByComparingTo("37.1");
    assertThat(header(score, Headers.CE_TYPE)).isEqualTo(EventType.SCORE.type());
    assertThat(header(score, Headers.CE_SOURCE)).isEqualTo("/attune/scoring-service");
  }

  @Test
  void sixty_four_equal_ratings_become_one_score() {
    Collections.nCopies(64, RATING).forEach(this::send);

    assertThat(scores().readRecordsToList()).hasSize(1);
    assertThat(deadLetters().isEmpty()).isTrue();
    assertThat(registry.get("attune.scores.repeated").counter().count()).isEqualTo(63);
  }

  @Test
  void amended_rating_becomes_a_new_score() {
    send(RATING);
    send(AMENDED);

    assertThat(totals()).containsExactly("37.1", "35.1");
  }

  @Test
  void amendment_taken_back_becomes_a_new_score_too() {
    send(RATING);
    send(AMENDED);
    send(RATING);

    assertThat(totals()).containsExactly("37.1", "35.1", "37.1");
  }

  @Test
  void erasure_is_passed_on() {
    send(RATING);
    erase(RATING);

    List<TestRecord<String, byte[]>> scores = scores().readRecordsToList();
    assertThat(scores).hasSize(2);
    assertThat(scores.getLast().key()).isEqualTo(RATING.key().text());
    assertThat(scores.getLast().value()).isNull();
  }

  @Test
  void erased_rating_is_forgotten_and_may_come_again() {
    send(RATING);
    erase(RATING);
    send(RATING);

    assertThat(scores().readRecordsToList())
        .hasSize(3)
        .last()
        .extracting(TestRecord::value)
        .isNotNull();
  }

  @Test
  void ratings_that_cannot_be_scored_stop_nothing() {
    send(Ratings.of("tarot", "1"));
    send(Ratings.of("srs", "9", "9", "9"));
    send(RATING);

    assertThat(totals()).containsExactly("37.1");
    assertThat(deadLetters().readRecordsToList())
        .extracting(dead -> header(dead, Headers.DEAD_REASON))
        .containsExactly("unknown-instrument", "unscorable");
  }

  @Test
  void rating_whose_score_no_topic_takes_is_a_dead_letter() {
    send(Ratings.commented("\u0001".repeat(250_000)));
    send(RATING);

    assertThat(totals()).containsExactly("37.1");
    assertThat(header(deadLetters().readRecord(), Headers.DEAD_REASON)).isEqualTo("over-limit");
  }

  @ParameterizedTest
  @CsvSource({
    "northside/E-77, {}, , bad-key",
    "northside/E-77/S-4/srs/CLIENT/C-1, not json, , unreadable",
    "northside/E-77/S-4/srs/CLIENT/C-1, {}, dev.attune.rating.v2, unknown-schema",
  })
  void record_that_nobody_can_read_is_a_dead_letter(
      String key, String value, @Nullable String type, String reason) {
    var headers = new RecordHeaders();
    if (type != null) {
      headers.add(Headers.CE_TYPE, type.getBytes(StandardCharsets.UTF_8));
    }
    ratings().pipeInput(new TestRecord<>(key, value.getBytes(StandardCharsets.UTF_8), headers));
    send(RATING);

    TestRecord<String, byte[]> dead = deadLetters().readRecord();
    assertThat(header(dead, Headers.DEAD_REASON)).isEqualTo(reason);
    assertThat(header(dead, Headers.DEAD_SERVICE)).isEqualTo("scoring-service");
    assertThat(dead.value()).asString().isEqualTo(value);
    assertThat(totals()).containsExactly("37.1");
  }

  @Test
  void rating_under_the_key_of_another_is_a_dead_letter() {
    ratings()
        .pipeInput(Ratings.srs("E-78", 4, "9", "9", "9", "9").key().text(), Json.write(RATING));

    assertThat(header(deadLetters().readRecord(), Headers.DEAD_REASON)).isEqualTo("key-mismatch");
    assertThat(scores().isEmpty()).isTrue();
  }

  @Test
  void scores_are_counted_by_state() {
    send(RATING);
    send(Ratings.declined("ors"));

    assertThat(registry.get("attune.scores").tag("state", "COMPLETE").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("attune.scores").tag("state", "DECLINED").counter().count())
        .isEqualTo(1);
  }

  /** What is on the log in the end is what the last word of each rater means, and never repeats. */
  @Property(tries = 100)
  void last_word_counts_and_nothing_is_said_twice(@ForAll("histories") List<Word> history) {
    open();
    var last = new HashMap<String, @Nullable String>();
    for (Word word : history) {
      Rating rating = Ratings.srs("E-1", word.session(), "9", "9", "9", word.answer());
      if (word.erased()) {
        erase(rating);
      } else {
        send(rating);
      }
      last.put(rating.key().text(), word.erased() ? null : word.answer());
    }

    var told = new HashMap<String, @Nullable String>();
    for (TestRecord<String, byte[]> record : scores().readRecordsToList()) {
      String now = record.value() == null ? null : lastAnswer(read(record.value()));
      assertThat(now == null || !now.equals(told.get(record.key()))).isTrue();
      told.put(record.key(), now);
    }
    assertThat(told).isEqualTo(last);
  }

  @Provide
  Arbitrary<List<Word>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.of("7", "8", "9"),
            Arbitraries.integers().between(0, 4).map(i -> i == 0))
        .as(Word::new)
        .list()
        .ofMaxSize(30);
  }

  /** A rating of one session, or its erasure. */
  record Word(int session, String answer, boolean erased) {}

  private TopologyTestDriver driver() {
    var application = ScoringApplication.of(CATALOGUE, new StreamMeters(registry), registry);
    var settings = new Properties();
    settings.setProperty(StreamsConfig.STATE_DIR_CONFIG, "target/streams");
    return new TopologyTestDriver(application.topology(), settings);
  }

  private void send(Rating rating) {
    ratings().pipeInput(rating.key().text(), Json.write(rating));
  }

  private void erase(Rating rating) {
    ratings().pipeInput(new TestRecord<>(rating.key().text(), null));
  }

  private List<String> totals() {
    return scores().readRecordsToList().stream()
        .map(score -> String.valueOf(read(score.value()).total()))
        .toList();
  }

  private static String lastAnswer(Score score) {
    return String.valueOf(score.answers().getLast());
  }

  private static Score read(byte[] json) {
    return Json.read(json, Score.class);
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private TestInputTopic<String, byte[]> ratings() {
    return driver.createInputTopic(
        Topic.RATINGS.topicName(), new StringSerializer(), new ByteArraySerializer());
  }

  private TestOutputTopic<String, byte[]> scores() {
    return output(Topic.SCORES);
  }

  private TestOutputTopic<String, byte[]> deadLetters() {
    return output(Topic.DEAD_LETTERS);
  }

  private TestOutputTopic<String, byte[]> output(Topic topic) {
    return driver.createOutputTopic(
        topic.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
  }
}
