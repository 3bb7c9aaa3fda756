package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Ids computed from what a thing is about. */
class StableIdTest {

  @Example
  void ids_are_pinned() {
    assertThat(StableId.of("alt", "northside", "E-77", "S-5"))
        .isEqualTo("alt_718322d6599e17b9f1a9d76ac48e8100");
    assertThat(StableId.of("x")).isEqualTo("x_e3b0c44298fc1c149afbf4c8996fb924");
  }

  @Example
  void where_one_part_ends_matters() {
    assertThat(StableId.of("x", "ab", "c")).isNotEqualTo(StableId.of("x", "a", "bc"));
    assertThat(StableId.of("x", "ab", "")).isNotEqualTo(StableId.of("x", "ab"));
  }

  @Property
  void id_is_a_legal_identifier_and_equal_only_for_equal_parts(
      @ForAll List<String> one, @ForAll List<String> other) {
    String first = StableId.of("alt", one.toArray(String[]::new));
    String second = StableId.of("alt", other.toArray(String[]::new));

    assertThat(Identifiers.fault(first)).isNull();
    assertThat(first.equals(second)).isEqualTo(one.equals(other));
  }
}
