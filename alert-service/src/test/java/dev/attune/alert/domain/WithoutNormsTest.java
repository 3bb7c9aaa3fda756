package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Score;
import dev.attune.contracts.Severity;
import dev.attune.detection.Provenance;
import dev.attune.detection.Provenance.Grade;
import dev.attune.detection.StrainRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SRS-09, for an instrument of which no norms are known: the earlier ratings average 36. */
class WithoutNormsTest {

  private static final Judge JUDGE =
      RuleSets.withoutNorms(
          new StrainRule.BelowOwnMean(
              "SRS-09",
              "far below the person's own mean",
              "alliance-strain",
              new BigDecimal("3.3"),
              new BigDecimal("5.5"),
              new BigDecimal("5.0"),
              new BigDecimal("0.7"),
              "ask-about-the-alliance",
              new Provenance(Grade.SIMULATED, "simulated on the SRS", false)));

  @ParameterizedTest
  @CsvSource({"32.8, ", "32.7, AMBER", "30.6, AMBER", "30.5, RED"})
  void a_rating_so_far_below_the_own_mean_opens_a_strain(double last, Severity severity) {
    assertThat(Log.of(ratings(35, 37, last), JUDGE).alerts())
        .extracting(Alert::severity)
        .isEqualTo(severity == null ? List.of() : List.of(severity));
  }

  @Test
  void a_first_rating_has_nothing_to_be_held_against() {
    assertThat(Log.of(ratings(5), JUDGE).alerts()).isEmpty();
  }

  @Test
  void the_strain_is_repaired_like_any_other_and_says_what_it_rests_on() {
    Alert alert = Log.of(ratings(35, 37, 32, 34, 34), JUDGE).alerts().getFirst();

    assertThat(alert.steps())
        .extracting(AlertStep::status)
        .containsExactly(AlertStatus.OPEN, AlertStatus.RECOVERING, AlertStatus.REPAIRED);
    assertThat(alert.evidence().expected()).isEqualTo("36.000000");
    assertThat(alert.evidence().deviation()).isNull();
    assertThat(alert.evidence().z()).isNull();
    assertThat(alert.evidence().threshold()).isEqualTo("3.3");
    assertThat(alert.explanation())
        .isEqualTo(
            "Possible strain in the alliance, worth asking about: 32.0 points where the mean of"
                + " only 2 earlier sessions (thin evidence) is 36.0 (no norms are known); how many"
                + " signs this strong are real is not known, and about 1 in 20 ordinary sessions"
                + " looks like this.");
  }

  private static List<Score> ratings(double... totals) {
    List<Score> scores = new ArrayList<>();
    for (double total : totals) {
      scores.add(Scores.ofOtherInstrument(scores.size() + 1, total));
    }
    return scores;
  }
}
