package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.alert.Sessions;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SRS-07 and SRS-08: what a client does not say. */
class UnratedTest {

  @Test
  void two_sessions_running_held_and_not_rated_are_marked_once_the_next_was_held() {
    Log log = Log.of(Scores.series(36));
    log.take(Sessions.held(2));
    log.take(Sessions.held(3));
    assertThat(log.marks("SRS-08")).isEmpty();

    log.take(Sessions.held(4));

    assertThat(log.marks("SRS-08")).hasSize(1);
    Alert mark = log.marks("SRS-08").getFirst();
    assertThat(mark.openedAt().id()).isEqualTo("S-3");
    assertThat(mark.evidence().sessions()).isEqualTo(2);
    assertThat(mark.explanation())
        .isEqualTo(
            "2 sessions running were held and not rated; how often such a sign errs has not been"
                + " measured.");
    assertThat(mark.suggestion()).isEqualTo("ask-to-rate");
  }

  @Test
  void one_session_or_sessions_before_the_first_rating_are_not_marked() {
    Log log = Log.of(List.of(Scores.total(3, 36), Scores.total(5, 36)));
    for (int week : new int[] {1, 2, 4}) {
      log.take(Sessions.held(week));
    }

    assertThat(log.marks("SRS-08")).isEmpty();
  }

  @Test
  void a_missed_session_is_not_an_unrated_one() {
    Log log = Log.of(List.of(Scores.total(1, 36), Scores.total(4, 36)));
    log.take(Sessions.missed(2));
    log.take(Sessions.missed(3));

    assertThat(log.marks("SRS-08")).isEmpty();
  }

  @Test
  void who_declines_has_not_rated_but_who_answers_too_little_has() {
    Log declined =
        Log.of(
            List.of(
                Scores.total(1, 36), Scores.declined(2), Scores.declined(3), Scores.total(4, 36)));
    Log insufficient =
        Log.of(
            List.of(
                Scores.total(1, 36),
                Scores.declined(2),
                Scores.insufficient(3, 9),
                Scores.total(4, 36)));

    assertThat(declined.marks("SRS-08")).hasSize(1);
    assertThat(insufficient.marks("SRS-08")).isEmpty();
  }

  @Test
  void one_session_not_rated_while_a_strain_is_open_is_an_alert_until_the_next_rating() {
    Log log = Log.of(Scores.series(36, 37, 38, 37, 30));
    log.take(Sessions.held(6));
    log.take(Sessions.held(7));

    Alert alert = log.alerts("alliance-unrated").getFirst();
    assertThat(alert.severity()).isEqualTo(Severity.AMBER);
    assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(alert.openedAt().id()).isEqualTo("S-6");
    assertThat(alert.client()).isEqualTo("C-1");
    assertThat(alert.therapist()).isEqualTo("T-9");

    log.take(Scores.total(7, 31));
    assertThat(log.alerts("alliance-unrated").getFirst().steps())
        .extracting(AlertStep::status)
        .containsExactly(AlertStatus.OPEN, AlertStatus.REPAIRED);
  }

  @Test
  void after_a_repair_one_session_not_rated_is_nothing() {
    Log log = Log.of(Scores.series(36, 37, 38, 37, 30, 36, 38));
    log.take(Sessions.held(8));
    log.take(Sessions.held(9));

    assertThat(log.alerts("alliance-unrated")).isEmpty();
  }

  @Test
  void a_rating_that_comes_late_withdraws_the_alert() {
    Log log = Log.of(Scores.series(36, 37, 38, 37, 30));
    log.take(Sessions.held(6));
    log.take(Sessions.held(7));

    log.take(Scores.total(6, 31));

    assertThat(log.alerts("alliance-unrated")).isEmpty();
    assertThat(log.all())
        .anySatisfy(alert -> {
          assertThat(alert.rule()).isEqualTo("SRS-08");
          assertThat(alert.status()).isEqualTo(AlertStatus.RETRACTED);
        });
  }

  @Test
  void what_rests_on_an_erased_session_is_withdrawn_without_a_number() {
    Log log = Log.of(Scores.series(36, 37, 38, 37, 30));
    log.take(Sessions.held(6));
    log.take(Sessions.held(7));

    log.erase(Sessions.held(6).key());

    assertThat(log.all())
        .filteredOn(alert -> alert.rule().equals("SRS-08"))
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.status()).isEqualTo(AlertStatus.RETRACTED);
          assertThat(alert.evidence().sessions()).isNull();
        });
  }

  @Test
  void three_highest_scores_running_are_marked_once() {
    Log log = Log.of(Scores.series(40, 40, 40, 40, 36, 40, 40, 40));

    assertThat(log.marks("SRS-07")).extracting(mark -> mark.openedAt().id()).containsExactly("S-3");
    assertThat(log.marks("SRS-07").getFirst().explanation())
        .startsWith("The highest score in 3 rated sessions running: all may be well, or ");
  }

  @Test
  void two_of_them_or_one_that_is_a_tenth_lower_are_not() {
    assertThat(Log.of(Scores.series(40, 40, 39.9, 40, 40)).marks("SRS-07")).isEmpty();
    assertThat(Log.of(Scores.series(39.95, 39.95, 39.95)).marks("SRS-07")).hasSize(1);
  }
}
