package dev.attune.alert.domain;

import static dev.attune.contracts.AlertStatus.OPEN;
import static dev.attune.contracts.AlertStatus.PROBABLY_REPAIRED;
import static dev.attune.contracts.AlertStatus.RECOVERING;
import static dev.attune.contracts.AlertStatus.REPAIRED;
import static dev.attune.contracts.AlertStatus.UNREPAIRED;
import static dev.attune.contracts.Severity.AMBER;
import static dev.attune.contracts.Severity.RED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * After 36, 37, 38, 37 a score of 30 is a strain with 37.41 expected: half of the loss is regained
 * from 33.71 on, three quarters from 35.56 on.
 */
class RepairTest {

  @Test
  void two_sessions_running_with_half_regained_repair() {
    assertThat(steps(strainThen(34, 34)))
        .containsExactly(step(5, OPEN, RED), step(6, RECOVERING, RED), step(7, REPAIRED, RED));
  }

  @Test
  void the_two_may_be_the_second_and_third() {
    assertThat(steps(strainThen(33.7, 33.8, 33.8)))
        .containsExactly(step(5, OPEN, RED), step(7, RECOVERING, RED), step(8, REPAIRED, RED));
  }

  @Test
  void half_regained_once_and_lost_again_is_open_again() {
    assertThat(steps(strainThen(34, 33.7)))
        .containsExactly(step(5, OPEN, RED), step(6, RECOVERING, RED), step(7, OPEN, RED));
  }

  @Test
  void three_sessions_without_a_repair_leave_it_unrepaired_with_a_reset_offered() {
    Alert alert = only(strainThen(33, 34, 33));

    assertThat(alert.steps())
        .containsExactly(step(5, OPEN, RED), step(7, RECOVERING, RED), step(8, UNREPAIRED, RED));
    assertThat(alert.baselineResetOffered()).isTrue();
  }

  @Test
  void unrepaired_raises_amber_to_red() {
    List<Score> amber = Scores.series(36, 37, 38, 37, 32.5, 32.5, 34, 33);

    assertThat(steps(amber).getFirst()).isEqualTo(step(5, OPEN, AMBER));
    assertThat(steps(amber).getLast()).isEqualTo(step(8, UNREPAIRED, RED));
  }

  @Test
  void three_quarters_regained_in_the_last_session_is_probably_repaired() {
    assertThat(steps(strainThen(35.6)).getLast()).isEqualTo(step(6, PROBABLY_REPAIRED, RED));
    assertThat(steps(strainThen(35.5)).getLast()).isEqualTo(step(6, RECOVERING, RED));
    assertThat(steps(strainThen(33, 33, 36)).getLast()).isEqualTo(step(8, PROBABLY_REPAIRED, RED));
  }

  @Test
  void probably_repaired_may_change_again_when_more_is_known() {
    assertThat(steps(strainThen(36, 33)))
        .containsExactly(step(5, OPEN, RED), step(6, RECOVERING, RED), step(7, OPEN, RED));
    assertThat(steps(strainThen(33, 33, 36, 36)).getLast()).isEqualTo(step(8, UNREPAIRED, RED));
  }

  @Test
  void a_session_without_a_total_is_no_rated_session() {
    List<Score> scores =
        Stream.concat(strainThen(34).stream(), Stream.of(Scores.declined(7), Scores.total(8, 34)))
            .toList();

    assertThat(steps(scores).getLast()).isEqualTo(step(8, REPAIRED, RED));
  }

  @Test
  void a_further_alarm_while_open_is_a_step_and_may_raise_the_severity() {
    List<Score> deeper = Scores.series(36, 37, 38, 37, 33, 27);
    Alert alert = only(deeper);

    assertThat(alert.steps()).containsExactly(step(5, OPEN, AMBER), step(6, OPEN, RED));
    assertThat(alert.severity()).isEqualTo(RED);
    assertThat(alert.openedAt()).isEqualTo(Scores.session(5));
  }

  @Test
  void after_the_verdict_the_next_alarm_has_an_id_of_its_own() {
    List<Alert> alerts = Log.of(Scores.series(36, 37, 38, 37, 30, 36, 38, 28)).alerts();

    assertThat(alerts).extracting(Alert::status).containsExactly(REPAIRED, OPEN);
    assertThat(alerts).extracting(alert -> alert.openedAt().id()).containsExactly("S-5", "S-8");
    assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
  }

  @Test
  void a_first_session_weighs_at_most_amber_and_says_that_its_evidence_is_thin() {
    Alert alert = only(Scores.series(20));

    assertThat(alert.severity()).isEqualTo(AMBER);
    assertThat(alert.evidence().threshold()).isEqualByComparingTo("1.645");
    assertThat(alert.explanation())
        .contains("clients in general, as no earlier session is known (thin evidence)");
  }

  @Test
  void what_was_lost_is_counted_from_the_ceiling_where_more_was_expected() {
    List<Score> always40 = Scores.series(40, 40, 40, 40, 36, 38, 38);

    assertThat(only(always40).evidence().expected()).isEqualTo("42.349233");
    assertThat(steps(always40).getLast()).isEqualTo(step(7, REPAIRED, AMBER));
  }

  @Test
  void the_number_of_a_session_counts_where_it_is_told() {
    Score late = Scores.numbered(2, 9, 34);
    Alert counted = only(List.of(Scores.total(1, 37), Scores.numbered(2, 9, 28)));
    Alert uncounted = only(List.of(Scores.total(1, 37), Scores.numbered(2, null, 28)));

    assertThat(late.session().number()).isEqualTo(9);
    assertThat(counted.evidence().expected()).isGreaterThan(uncounted.evidence().expected());
    assertThat(uncounted.evidence().expected())
        .isEqualTo(only(Scores.series(37, 28)).evidence().expected());
  }

  private static List<Score> strainThen(double... after) {
    double[] totals = {36, 37, 38, 37, 30};
    double[] all = java.util.Arrays.copyOf(totals, totals.length + after.length);
    System.arraycopy(after, 0, all, totals.length, after.length);
    return Scores.series(all);
  }

  private static Alert only(List<Score> scores) {
    List<Alert> strains = Log.of(scores).alerts("alliance-strain");
    assertThat(strains).hasSize(1);
    return strains.getFirst();
  }

  private static List<AlertStep> steps(List<Score> scores) {
    return only(scores).steps();
  }

  private static AlertStep step(int session, AlertStatus status, Severity severity) {
    SessionRef held = Scores.session(session);
    return new AlertStep(status, severity, held);
  }
}
