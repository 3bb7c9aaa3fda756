package dev.attune.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

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
    assertThat(Languages.asked(asked)).isEqualTo(Locale.forLanguageTag(spoken));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", ";;;", "de;q=x", "\u0000"})
  void a_header_that_asks_for_nothing_readable_gets_english(String header) {
    assertThat(Languages.asked(header)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void an_endless_header_gets_english() {
    assertThat(Languages.asked("de,".repeat(100_000))).isEqualTo(Locale.ENGLISH);
  }
}
