package dev.attune.feedback.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

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
