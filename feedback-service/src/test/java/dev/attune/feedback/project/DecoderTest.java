package dev.attune.feedback.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.feedback.testing.Episode;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

  private final Episode episode = Episode.of("northside", "E-1", "T-1");
  private final Score score = episode.score(5, "30");
  private final String key = score.key().text();

  @Test
  void a_score_under_its_key_is_read() {
    assertThat(decode(key, json(), null)).isEqualTo(new Entry.Scored(score));
  }

  @Test
  void a_tombstone_erases_whatever_its_schema_is_called() {
    assertThat(decode(key, null, "dev.attune.score.v2"))
        .isEqualTo(new Entry.ScoreErased(score.key()));
  }

  @Test
  void what_nobody_can_read_is_dead_for_a_reason() {
    isDead(decode("no/key", json(), null), DeadReason.BAD_KEY);
    isDead(decode(null, null, null), DeadReason.BAD_KEY);
    isDead(decode(key, json(), "dev.attune.score.v2"), DeadReason.UNKNOWN_SCHEMA);
    isDead(decode(key, "{", null), DeadReason.UNREADABLE);
    isDead(decode(key, "null", null), DeadReason.UNREADABLE);
    isDead(decode(key, "{}", null), DeadReason.UNREADABLE);
    isDead(decode(key.replace("S-5", "S-6"), json(), null), DeadReason.KEY_MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+70", "1E+1000000000", "1E-1000", "1234567890", "-1E+9"})
  void a_number_of_no_ordinary_size_is_no_score(String total) {
    isDead(decode(key, json().replace("\"total\":30", "\"total\":" + total), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "37.413934", "-3.5", "123456789", "3E+1", "0.00"})
  void an_ordinary_number_is_one(String total) {
    assertThat(decode(key, json().replace("\"total\":30", "\"total\":" + total), null))
        .isInstanceOf(Entry.Scored.class);
  }

  private String json() {
    return new String(Json.write(score), StandardCharsets.UTF_8);
  }

  private static void isDead(Entry entry) {
    isDead(entry, DeadReason.UNREADABLE);
  }

  private static void isDead(Entry entry, DeadReason reason) {
    assertThat(entry).isEqualTo(new Entry.Dead(reason));
  }

  @SuppressWarnings(
      "NullAway") // keys and values may be missing, which the library does not declare
  private static Entry decode(
      @Nullable String key, @Nullable String value, @Nullable String schema) {
    var record = new ConsumerRecord<>("attune.scores", 0, 0, bytes(key), bytes(value));
    if (schema != null) {
      record.headers().add(Headers.CE_TYPE, schema.getBytes(StandardCharsets.UTF_8));
    }
    return Decoder.decode(EventType.SCORE, record);
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
