package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bytes of the log become records. */
class JsonTest {

  private static final String RATING = Golden.of("rating-answered").json();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"rating\"",
        "{",
        "{}",
        "{\"tenant\":",
        "\u0000",
        "nonsense",
        "{\"tenant\":\"northside\"}"
      })
  void what_is_no_rating_is_unreadable(String text) {
    assertUnreadable(text);
  }

  @Test
  void bytes_that_are_no_text_are_unreadable() {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0x00, (byte) 0xc3, 0x28};

    assertThatExceptionOfType(Json.Unreadable.class)
        .isThrownBy(() -> Json.read(bytes, Rating.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "\"9.5\"", "\"\"", "true", "[9.5]", "{}"})
  void answer_that_is_no_number_is_unreadable(String answer) {
    assertUnreadable(RATING.replace("9.5", answer));
  }

  @Test
  void number_of_10000_digits_is_unreadable() {
    assertUnreadable(RATING.replace("9.5", "9".repeat(10_000)));
    assertUnreadable(RATING.replace("9.5", "0." + "9".repeat(10_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "1e999999999", "-1e999999999", "1e-999999999"})
  void huge_exponent_is_kept_as_written_and_never_expanded(String number) {
    Rating rating = read(RATING.replace("9.5", number));

    assertThat(Objects.requireNonNull(rating.answers()).getFirst())
        .isEqualTo(new BigDecimal(number));
    assertThat(Json.write(rating)).hasSizeLessThan(1000);
  }

  @Test
  void decimals_are_exact() {
    Rating rating = read(RATING.replace("9.5", "0.1000000000000000000000000001"));

    assertThat(Objects.requireNonNull(rating.answers()).getFirst())
        .isEqualTo(new BigDecimal("0.1000000000000000000000000001"));
  }

  @Test
  void deep_nesting_is_unreadable_even_in_an_unknown_field() {
    String deep = "[".repeat(100_000);

    assertUnreadable(RATING.replace("\"tenant\"", "\"x\": " + deep + ", \"tenant\""));
  }

  @Test
  void text_of_unbounded_length_is_unreadable() {
    assertUnreadable(RATING.replace("Heute", "x".repeat(300_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]", "null"})
  void something_after_the_record_is_unreadable(String rest) {
    assertUnreadable(RATING + rest);
  }

  @Test
  void order_number_in_place_of_a_constant_is_unreadable() {
    assertUnreadable(RATING.replace("\"ADULT\"", "0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1793613000", "1793613000.5", "\"1793613000\"", "\"yesterday\"", "\"\"", "[2026]"})
  void moment_that_is_no_iso_8601_is_unreadable(String moment) {
    String other = RATING.replace("\"2026-11-02T10:00:00Z\"", moment);

    assertThat(other).isNotEqualTo(RATING);
    assertUnreadable(other);
  }

  @Test
  void rating_that_holds_two_kinds_of_content_is_unreadable() {
    assertUnreadable(RATING.replace("\"declined\": false", "\"scores\": {\"total\": 37.1}"));
  }

  @Test
  void message_repeats_nothing_of_the_content() {
    for (String secret : new String[] {"Jane Doe", "zäh", "9.2", "C-1"}) {
      String broken = RATING.replace("\"E-77\"", "\"Jane Doe\"").replace("9.5", "Jane");
      assertThatExceptionOfType(Json.Unreadable.class)
          .isThrownBy(() -> read(broken))
          .satisfies(e -> assertThat(e.toString()).doesNotContain(secret))
          .withNoCause();
    }
  }

  @Test
  void lists_of_a_record_cannot_be_changed_from_outside() {
    Rating rating = read(RATING);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Objects.requireNonNull(rating.answers()).removeFirst());
  }

  private static void assertUnreadable(String json) {
    assertThatExceptionOfType(Json.Unreadable.class).isThrownBy(() -> read(json)).withNoCause();
  }

  private static Rating read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), Rating.class);
  }
}
