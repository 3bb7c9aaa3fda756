package dev.attune.streams;

import static dev.attune.streams.Samples.bytes;
import static dev.attune.streams.Samples.json;
import static dev.attune.streams.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatTest {

  private static final Rating RATING = Samples.rating("E-77");

  @Test
  void record_of_the_known_version_is_read() {
    assertThat(decode(key(RATING), json(RATING), "dev.attune.rating.v1"))
        .isEqualTo(new Decoded.Fact<>(RATING.key(), RATING));
  }

  @Test
  void record_without_a_version_is_of_the_first() {
    assertThat(decode(key(RATING), json(RATING), null))
        .isEqualTo(new Decoded.Fact<>(RATING.key(), RATING));
  }

  @Test
  void field_of_a_newer_writer_is_passed_over() {
    String newer = text(RATING).replaceFirst("\\{", "{\"mood\":\"calm\",");

    assertThat(decode(key(RATING), bytes(newer), null))
        .isEqualTo(new Decoded.Fact<>(RATING.key(), RATING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dev.attune.rating.v2", "dev.attune.rating.v0", "dev.attune.score.v1", ""})
  void another_version_or_kind_is_an_unknown_schema(String type) {
    assertThat(decode(key(RATING), json(RATING), type)).isEqualTo(dead(DeadReason.UNKNOWN_SCHEMA));
  }

  @Test
  void null_value_is_an_erasure() {
    assertThat(decode(key(RATING), null, null)).isEqualTo(new Decoded.Erasure<>(RATING.key()));
  }

  @Test
  void record_without_a_key_has_a_bad_key() {
    assertThat(decode(null, json(RATING), null)).isEqualTo(dead(DeadReason.BAD_KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "northside/E-77", "a/b/c/d/CLIENT/", "a/b/c/d/client/e", "a/b/c/d/CLIENT/ü"})
  void what_is_no_key_of_a_rating_is_a_bad_key(String key) {
    assertThat(decode(bytes(key), json(RATING), null)).isEqualTo(dead(DeadReason.BAD_KEY));
  }

  @Test
  void value_of_another_identity_is_a_mismatch() {
    assertThat(decode(key(Samples.rating("E-78")), json(RATING), null))
        .isEqualTo(dead(DeadReason.KEY_MISMATCH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "\"x\"", "{\"tenant\":", "not json"})
  void what_is_no_rating_is_unreadable(String value) {
    assertThat(decode(key(RATING), bytes(value), null)).isEqualTo(dead(DeadReason.UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenant",
        "episode",
        "client",
        "therapist",
        "population",
        "session",
        "instrument",
        "rater",
        "answers",
        "ratedAt",
        "heldAt",
        "setting",
        "delivery",
        "perspective"
      })
  void rating_that_lacks_a_part_is_unreadable(String field) {
    String lacking = text(RATING).replace('"' + field + "\":", "\"other\":");

    assertThat(decode(key(RATING), bytes(lacking), null)).isEqualTo(dead(DeadReason.UNREADABLE));
  }

  @Test
  void bytes_after_the_value_make_it_unreadable() {
    assertThat(decode(key(RATING), bytes(text(RATING) + "}"), null))
        .isEqualTo(dead(DeadReason.UNREADABLE));
  }

  @Test
  void number_of_ten_thousand_digits_is_unreadable() {
    String monstrous = text(RATING).replace("9.5", "9".repeat(10_000));

    assertThat(decode(key(RATING), bytes(monstrous), null)).isEqualTo(dead(DeadReason.UNREADABLE));
  }

  @Property
  void no_bytes_throw(@ForAll byte[] key, @ForAll byte[] value) {
    assertThat(decode(key, value, null)).isEqualTo(dead(DeadReason.BAD_KEY));
    assertThat(decode(key(RATING), value, null)).isEqualTo(dead(DeadReason.UNREADABLE));
  }

  private static String text(Rating rating) {
    return new String(json(rating), StandardCharsets.UTF_8);
  }

  private static Decoded<RatingKey, Rating> dead(DeadReason reason) {
    return new Decoded.Dead<>(reason);
  }

  private static Decoded<RatingKey, Rating> decode(
      byte @Nullable [] key, byte @Nullable [] value, @Nullable String type) {
    var headers = new RecordHeaders();
    if (type != null) {
      headers.add(Headers.CE_TYPE, bytes(type));
    }
    return RecordFormat.RATING.decode(key, value, headers);
  }
}
