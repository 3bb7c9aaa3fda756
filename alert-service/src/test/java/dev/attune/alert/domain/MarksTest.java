package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Evidence.ItemEvidence;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.Severity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

  @ParameterizedTest
  @CsvSource({"36.0, 0", "35.9, 1", "35.96, 0", "35.94, 1", "40, 0", "0, 1"})
  void a_total_below_36_in_tenths_is_marked(double total, int marks) {
    assertThat(Log.of(Scores.series(total)).marks("SRS-03")).hasSize(marks);
  }

  @ParameterizedTest
  @CsvSource({"38, 37.1, 0", "38, 37, 1", "38, 36.9, 1", "38, 39, 0", "37.3, 36.3, 1"})
  void a_fall_of_a_point_is_marked(double before, double after, int marks) {
    assertThat(Log.of(Scores.series(before, after)).marks("SRS-05")).hasSize(marks);
  }

  @Test
  void a_fall_is_held_against_the_rated_session_before() {
    Log log = Log.of(List.of(Scores.total(1, 38), Scores.declined(2), Scores.total(3, 37)));

    assertThat(log.marks("SRS-05")).hasSize(1);
    assertThat(log.marks("SRS-05").getFirst().evidence().previous()).isEqualTo("38.0");
  }

  @Test
  void low_items_are_named_and_one_far_below_the_others_is_highlighted() {
    Log log =
        Log.of(List.of(Scores.answers(1, 9.6, 9.2, 9.4, 9.0), Scores.answers(2, 9, 9, 7, 8.9)));
    Alert mark = log.marks("SRS-04").getFirst();

    assertThat(log.marks("SRS-04")).hasSize(1);
    assertThat(mark.evidence().items())
        .containsExactly(
            new ItemEvidence(3, decimal("7.0"), decimal("9.400000"), false),
            new ItemEvidence(4, decimal("8.9"), decimal("9.000000"), false));
    assertThat(mark.severity()).isEqualTo(Severity.INFO);
    assertThat(mark.status()).isEqualTo(AlertStatus.NOTED);
    assertThat(mark.openedAt()).isEqualTo(Scores.session(2));
  }

  @ParameterizedTest
  @CsvSource({"7.0, true", "7.1, false", "6.9, true"})
  void two_points_below_the_mean_of_the_others_is_far_below(double item, boolean highlighted) {
    Alert mark = Log.of(List.of(Scores.answers(1, 9, item, 9, 9))).marks("SRS-04").getFirst();

    assertThat(mark.evidence().items())
        .singleElement()
        .satisfies(found -> assertThat(found.highlighted()).isEqualTo(highlighted));
  }

  @Test
  void an_insufficient_rating_has_no_total_but_its_items_are_looked_at() {
    Log log = Log.of(List.of(Scores.total(1, 38), Scores.insufficient(2, 5)));
    Alert mark = log.marks("SRS-04").getFirst();

    assertThat(log.standing()).hasSize(1);
    assertThat(mark.evidence().observed()).isNull();
    assertThat(mark.evidence().items())
        .containsExactly(new ItemEvidence(1, decimal("5.0"), null, false));
    assertThat(mark.explanation())
        .isEqualTo(
            "Rated below 9.0: item 1 at 5.0; about 52 in 100 ordinary sessions look like this.");
  }

  @Test
  void a_drop_that_is_less_than_an_alert_is_a_mark_of_its_rule() {
    Log log = Log.of(Scores.series(36, 37, 38, 37, 34));
    Alert mark = log.marks("SRS-01").getFirst();

    assertThat(log.alerts()).isEmpty();
    assertThat(mark.evidence().z()).isBetween(decimal("1.28"), decimal("1.645"));
    assertThat(mark.evidence().threshold()).isEqualByComparingTo("1.28");
    assertThat(mark.evidence().realAmongSuch()).isEqualByComparingTo("0.14");
    assertThat(mark.explanation()).startsWith("Somewhat lower than usual: 34.0 points where 37.4");
  }

  @Test
  void another_perspective_or_instrument_is_not_watched() {
    Score score = Scores.total(1, 20);

    assertThat(Log.JUDGE.watches(score.key())).isTrue();
    assertThat(Log.JUDGE.watches(Scores.byTherapist(1, 20).key())).isFalse();
    assertThat(Log.JUDGE.watches(Scores.ofOtherInstrument(1, 20).key())).isTrue();
    assertThat(
            Log.JUDGE.watches(
                new RatingKey(
                    Scores.TENANT, Scores.EPISODE, "S-1", "gad7", Perspective.CLIENT, "C-1")))
        .isFalse();
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
