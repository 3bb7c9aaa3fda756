package dev.attune.feedback.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | de",
        "de-AT,de;q=0.9,en;q=0.8 | de-AT",
        "fr,de;q=0.5,en;q=0.9 | en",
        "fr | en",
        "en;q=0,de | de",
        "en-GB-oxendict | en-GB",
        "de-u-nu-thai | de"
      })
  void the_first_language_asked_for_that_is_spoken_is_spoken(String asked, String spoken) {
    assertThat(Writing.of(asked, ZoneOffset.UTC).locale()).isEqualTo(Locale.forLanguageTag(spoken));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", ";;;", "de;q=x", "\u0000"})
  void a_header_that_asks_for_nothing_readable_gets_english(String header) {
    assertThat(Writing.of(header, ZoneOffset.UTC).language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void an_endless_header_gets_english() {
    assertThat(Writing.of("de,".repeat(100_000), ZoneOffset.UTC).language())
        .isEqualTo(Locale.ENGLISH);
  }

  @Test
  void dates_and_numbers_are_written_by_locale() {
    Instant at = Instant.parse("2026-11-02T23:30:00Z");
    Writing german = Writing.of("de-DE", ZoneId.of("Europe/Berlin"));
    Writing american = Writing.of("en-US", ZoneOffset.UTC);
    assertThat(german.date(at)).isEqualTo("03.11.2026");
    assertThat(american.date(at)).isEqualTo("Nov 2, 2026");
    assertThat(german.number(new BigDecimal("37.413934"), 1)).isEqualTo("37,4");
    assertThat(american.number(new BigDecimal("30"), 1)).isEqualTo("30.0");
  }

  @ParameterizedTest
  @CsvSource({"0.63,1,0.6", "38,1,38", "66.00,0,66", "9.75,1,9.8", "36.0,2,36", "100,0,100"})
  void a_brief_number_has_no_decimals_that_say_nothing(
      BigDecimal value, int decimals, String written) {
    assertThat(Writing.of("en", ZoneOffset.UTC).brief(value, decimals)).isEqualTo(written);
  }
}
