package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.attune.instruments.Segments.Coding;
import dev.attune.instruments.Segments.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the marks in the pieces of a session add up to. */
class SegmentsTest {

  private static final Segments SCHEME =
      Objects.requireNonNull(Definitions.shipped("rrrs-3rs").segments());
  private static final Coding NOTHING = new Coding(true, Map.of());
  private static final Coding UNCODABLE = new Coding(false, Map.of());

  @Test
  void rate_of_a_group_counts_pieces_with_any_of_its_marks() {
    List<Coding> session =
        session(
            10,
            new Coding(true, Map.of("W1", 1, "W5", 2)),
            new Coding(true, Map.of("W2", 1, "R4", 1)),
            new Coding(true, Map.of("W7", 1)),
            new Coding(true, Map.of("R9", 1)));

    assertThat(SCHEME.rates(session))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new Rate("withdrawal", 3, 10, new BigDecimal("0.300")),
            new Rate("confrontation", 0, 10, new BigDecimal("0.000")),
            new Rate("resolution", 2, 10, new BigDecimal("0.200")));
  }

  @Test
  void piece_that_could_not_be_coded_does_not_count() {
    Coding confrontation = new Coding(true, Map.of("C2", 1));
    List<Coding> session =
        session(10, UNCODABLE, confrontation, confrontation, confrontation, confrontation);

    assertThat(SCHEME.rates(session))
        .filteredOn(rate -> rate.group().equals("confrontation"))
        .containsExactly(new Rate("confrontation", 4, 9, new BigDecimal("0.444")));
  }

  @Test
  void mark_of_intensity_zero_was_not_seen() {
    assertThat(SCHEME.rates(List.of(new Coding(true, Map.of("W1", 0)))))
        .allSatisfy(rate -> assertThat(rate.segments()).isZero());
  }

  @Test
  void session_without_a_codable_piece_has_rates_of_zero() {
    assertThat(SCHEME.rates(List.of(UNCODABLE)))
        .allSatisfy(rate -> assertThat(rate.rate()).isEqualByComparingTo("0"));
  }

  @Test
  void mark_that_the_scheme_lacks_or_that_is_too_intense_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCHEME.rates(List.of(new Coding(true, Map.of("W8", 1)))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCHEME.rates(List.of(new Coding(true, Map.of("W1", 3)))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Coding(false, Map.of("W1", 1)));
  }

  private static List<Coding> session(int pieces, Coding... first) {
    List<Coding> session = new ArrayList<>(List.of(first));
    session.addAll(Collections.nCopies(pieces - first.length, NOTHING));
    return session;
  }
}
