package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which identifiers of an EHR the log takes. */
class IdentifiersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "E-77", "a.b_c:d@e~f+g=h-i", "0b1f0c8e-7d0a-4c39-9a57-2b0a3f1e5d11", "C=="})
  void ordinary_identifier_has_no_fault(String id) {
    assertThat(Identifiers.fault(id)).isNull();
  }

  @Test
  void identifier_of_128_characters_has_no_fault() {
    assertThat(Identifiers.fault("x".repeat(128))).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 300, 1_000_000})
  void longer_identifier_is_refused_with_its_length(int length) {
    assertThat(Identifiers.fault("x".repeat(length)))
        .isEqualTo("must be at most 128 characters, was " + length);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void absent_identifier_is_refused(@Nullable String id) {
    assertThat(Identifiers.fault(id)).isEqualTo("must not be empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "/",
        ".hidden",
        "..",
        "-x",
        "_x",
        " a",
        "a b",
        "a\nb",
        "a\u0000",
        "a\u007f",
        "a\tb",
        "a\u001b[31m",
        "😐",
        "ä",
        "a%2Fb",
        "a?b",
        "a#b",
        "a\"b",
        "a\\b",
        "<b>",
        "a\u202eb",
        "a\n"
      })
  void identifier_that_could_change_its_meaning_elsewhere_is_refused(String id) {
    assertThat(Identifiers.fault(id)).startsWith("must start with a letter or digit");
  }

  @Test
  void fault_names_the_field_and_does_not_repeat_the_identifier() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionKey("northside", "Jane Doe", "S-42"))
        .withMessageStartingWith("episode ")
        .withMessageNotContaining("Jane");
  }
}
