package dev.attune.streams;

import static dev.attune.streams.Samples.bytes;
import static dev.attune.streams.Samples.json;
import static dev.attune.streams.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamsApplicationTest {

  private static final Rating RATING = Samples.rating("E-77");
  private static final Instant RECEIVED = Instant.parse("2026-11-02T10:50:01.250Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StreamsApplication application =
      StreamsApplication.plan("echo-service", "echo", new StreamMeters(registry))
          .read(RecordFormat.RATING, Twice::new)
          .write(EventType.SCORE)
          .build();
  private final TopologyTestDriver driver =
      new TopologyTestDriver(application.topology(), new Properties());
  private final TestInputTopic<byte[], byte[]> ratings =
      driver.createInputTopic(
          Topic.RATINGS.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
  private final TestOutputTopic<byte[], byte[]> scores = output(Topic.SCORES);
  private final TestOutputTopic<byte[], byte[]> deadLetters = output(Topic.DEAD_LETTERS);

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void topics_are_those_read_and_written_and_the_dead_letters() {
    assertThat(application.topics())
        .containsExactlyInAnyOrder("attune.ratings", "attune.scores", "attune.dead-letters");
  }

  @Test
  void event_carries_cloud_events_attributes_and_the_trace() {
    ratings.pipeInput(record(key(RATING), json(RATING), Map.of("traceparent", "00-a-b-01")));

    assertThat(headers(scores.readRecord()))
        .containsExactly(
            entry(Headers.CE_SPECVERSION, "1.0"),
            entry(Headers.CE_ID, "attune.ratings:0:0:0"),
            entry(Headers.CE_TYPE, "dev.attune.score.v1"),
            entry(Headers.CE_SOURCE, "/attune/echo-service"),
            entry(Headers.CE_TIME, "2026-11-02T10:50:01.250Z"),
            entry(Headers.CONTENT_TYPE, "application/json"),
            entry(Headers.TRACEPARENT, "00-a-b-01"));
  }

  @Test
  void second_event_of_a_record_has_an_id_of_its_own() {
    ratings.pipeInput(record(key(RATING), json(RATING), Map.of()));

    scores.readRecord();
    assertThat(headers(scores.readRecord())).containsEntry(Headers.CE_ID, "attune.ratings:0:0:1");
  }

  @Test
  void event_keeps_the_time_of_receipt() {
    ratings.pipeInput(record(key(RATING), json(RATING), Map.of()));

    assertThat(scores.readRecord().getRecordTime()).isEqualTo(RECEIVED);
    assertThat(registry.get("attune.streams.age").timer().count()).isEqualTo(2);
  }

  @Test
  void tombstone_reaches_the_step_and_is_published() {
    ratings.pipeInput(record(key(RATING), null, Map.of()));

    TestRecord<byte[], byte[]> erased = scores.readRecord();
    assertThat(erased.value()).isNull();
    assertThat(erased.key()).isEqualTo(key(RATING));
    assertThat(scores.isEmpty()).isTrue();
  }

  @Test
  void dead_letter_keeps_its_bytes_and_tells_reason_and_origin() {
    ratings.pipeInput(record(key(RATING), json(RATING), Map.of()));
    ratings.pipeInput(record(key(RATING), bytes("{oops"), Map.of(Headers.CE_ID, "7")));

    TestRecord<byte[], byte[]> dead = deadLetters.readRecord();
    assertThat(dead.key()).isEqualTo(key(RATING));
    assertThat(dead.value()).isEqualTo(bytes("{oops"));
    assertThat(headers(dead))
        .containsExactly(
            entry(Headers.CE_ID, "7"),
            entry(Headers.DEAD_REASON, "unreadable"),
            entry(Headers.DEAD_TOPIC, "attune.ratings"),
            entry(Headers.DEAD_PARTITION, "0"),
            entry(Headers.DEAD_OFFSET, "1"),
            entry(Headers.DEAD_SERVICE, "echo-service"));
  }

  @Test
  void dead_letter_without_key_or_value_is_kept_too() {
    ratings.pipeInput(record(null, null, Map.of()));

    assertThat(headers(deadLetters.readRecord())).containsEntry(Headers.DEAD_REASON, "bad-key");
  }

  @Test
  void dead_letter_driven_again_tells_its_last_origin_only() {
    ratings.pipeInput(
        record(key(RATING), bytes("{oops"), Map.of(Headers.DEAD_REASON, "key-mismatch")));

    assertThat(headers(deadLetters.readRecord())).containsEntry(Headers.DEAD_REASON, "unreadable");
  }

  @Test
  void step_may_give_a_record_up() {
    Rating refused = Samples.rating("refused");
    ratings.pipeInput(record(key(refused), json(refused), Map.of()));

    TestRecord<byte[], byte[]> dead = deadLetters.readRecord();
    assertThat(headers(dead)).containsEntry(Headers.DEAD_REASON, "unscorable");
    assertThat(dead.value()).isEqualTo(json(refused));
    assertThat(scores.isEmpty()).isTrue();
  }

  @Test
  void what_goes_in_and_out_and_is_given_up_is_counted() {
    ratings.pipeInput(record(key(RATING), json(RATING), Map.of()));
    ratings.pipeInput(record(key(RATING), bytes("{oops"), Map.of()));

    assertThat(count("attune.streams.records.in", "topic", "attune.ratings")).isEqualTo(2);
    assertThat(count("attune.streams.records.out", "topic", "attune.scores")).isEqualTo(2);
    assertThat(count("attune.dead.letters", "reason", "unreadable")).isEqualTo(1);
  }

  private double count(String meter, String tag, String value) {
    return registry.get(meter).tag(tag, value).counter().count();
  }

  private TestOutputTopic<byte[], byte[]> output(Topic topic) {
    return driver.createOutputTopic(
        topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static TestRecord<byte[], byte[]> record(
      byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
    var carried = new RecordHeaders();
    headers.forEach((name, text) -> carried.add(name, bytes(text)));
    return new TestRecord<>(key, value, carried, RECEIVED);
  }

  private static Map<String, String> headers(TestRecord<byte[], byte[]> record) {
    var headers = new LinkedHashMap<String, String>();
    record
        .headers()
        .forEach(header ->
            assertThat(
                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)))
                .as("a second header %s", header.key())
                .isNull());
    return headers;
  }

  /** Publishes two events for each rating, and refuses one episode. */
  private static final class Twice implements Step<RatingKey, Rating> {

    @Override
    public void fact(RatingKey key, Rating rating, Exchange exchange) {
      if (rating.episode().equals("refused")) {
        exchange.giveUp(DeadReason.UNSCORABLE);
      } else {
        exchange.send(EventType.SCORE, exchange.key(), json(rating));
        exchange.send(EventType.SCORE, exchange.key(), json(rating));
      }
    }

    @Override
    public void erasure(RatingKey key, Exchange exchange) {
      exchange.erase(EventType.SCORE, exchange.key());
    }
  }
}
