package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.alert.Sessions;
import dev.attune.contracts.Alert;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The how-manyeth a session was: the expectation grows by 0.6 ln s from 36 at the first one. */
class AttendanceTest {

  private static final String SECOND = "36.415888";
  private static final String THIRD = "36.659167";
  private static final String SEVENTH = "37.167546";

  @Test
  void a_declined_rating_attends_its_session() {
    Log log = Log.of(List.of(untold(1, 36), Scores.declined(untold(2)), untold(3, 30)));

    assertThat(expected(log)).isEqualTo(THIRD);
  }

  @Test
  void a_rating_with_too_few_answers_attends_its_session() {
    Log log = Log.of(List.of(untold(1, 36), Scores.insufficient(untold(2), 9), untold(3, 30)));

    assertThat(expected(log)).isEqualTo(THIRD);
  }

  @Test
  void a_rating_that_no_rule_asks_for_attends_its_session() {
    assertThat(
            expected(
                Log.of(List.of(untold(1, 36), Scores.byTherapist(untold(2), 9), untold(3, 30)))))
        .isEqualTo(THIRD);
    assertThat(
            expected(
                Log.of(
                    List.of(untold(1, 36), Scores.ofOtherInstrument(untold(2), 9), untold(3, 30)))))
        .isEqualTo(THIRD);
  }

  @Test
  void a_session_that_was_held_and_not_rated_counts() {
    Log log = Log.of(List.of(untold(1, 36), untold(3, 30)));
    assertThat(expected(log)).isEqualTo(SECOND);

    log.take(Sessions.held(2));

    assertThat(expected(log)).isEqualTo(THIRD);
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionStatus.class,
      names = {"MISSED", "CANCELLED"})
  void a_session_that_was_not_attended_does_not_count(SessionStatus status) {
    Log log = Log.of(List.of(untold(1, 36), untold(3, 30)));

    log.take(Sessions.told(status, untold(2)));

    assertThat(expected(log)).isEqualTo(SECOND);
  }

  @Test
  void a_session_called_missed_that_was_rated_was_attended_as_its_rating_tells() {
    Log log = Log.of(List.of(untold(1, 36), untold(2, 30)));

    log.take(Sessions.told(SessionStatus.MISSED, at(2, 9, 7)));

    assertThat(expected(log)).isEqualTo(SECOND);
    assertThat(log.alerts().getFirst().openedAt()).isEqualTo(untold(2));
  }

  @Test
  void a_session_that_the_ehr_takes_back_does_not_count_any_more() {
    Log log = Log.of(List.of(untold(1, 36), untold(3, 30)));
    log.take(Sessions.held(2));

    log.erase(Sessions.held(2).key());

    assertThat(expected(log)).isEqualTo(SECOND);
  }

  @Test
  void a_told_number_wins_over_the_place() {
    assertThat(expected(Log.of(List.of(untold(1, 36), Scores.numbered(2, 7, 30)))))
        .isEqualTo(SEVENTH);

    Log corrected = Log.of(List.of(untold(1, 36), Scores.numbered(2, 7, 30)));
    corrected.take(Sessions.held(2, 3));
    assertThat(expected(corrected)).isEqualTo(THIRD);
  }

  @Test
  void a_number_that_the_ehr_leaves_out_is_still_told_by_the_rating() {
    Log log = Log.of(List.of(untold(1, 36), Scores.numbered(2, 7, 30)));

    log.take(Sessions.held(2));

    assertThat(expected(log)).isEqualTo(SEVENTH);
  }

  @Test
  void a_session_without_a_number_follows_the_one_before() {
    Log log = Log.of(List.of(Scores.numbered(1, 6, 37), untold(2, 30)));

    assertThat(attendance(log).number("S-2")).isEqualTo(7);
  }

  @Test
  void a_number_beyond_all_is_followed_by_itself() {
    Log log = Log.of(List.of(Scores.numbered(1, Integer.MAX_VALUE, 37), untold(2, 30)));

    assertThat(attendance(log).number("S-2")).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void a_session_that_the_ehr_moves_takes_its_alert_with_it() {
    Log log = Log.of(List.of(untold(1, 37), untold(2, 36), untold(3, 29)));
    Alert before = log.alerts().getFirst();

    log.take(Sessions.told(SessionStatus.HELD, at(3, 0, null)));

    Alert moved = log.alerts().getFirst();
    assertThat(attendance(log).number("S-3")).isEqualTo(1);
    assertThat(moved.id()).isEqualTo(before.id());
    assertThat(moved.openedAt()).isEqualTo(at(3, 0, null));
    assertThat(moved.evidence().expected()).isEqualTo("36.000000");
    assertThat(moved.evidence().earlierSessions()).isZero();
  }

  @Test
  void of_two_ratings_the_last_one_tells_the_date() {
    Score client = Scores.total(at(2, 2, null), 30);
    Score therapist = Scores.byTherapist(at(2, 4, null), 30);
    List<Score> others = List.of(untold(1, 36), untold(3, 37));

    Log log = Log.of(others);
    log.take(therapist);
    log.take(client);

    assertThat(therapist.ratedAt()).isAfter(client.ratedAt());
    assertThat(attendance(log).number("S-2")).isEqualTo(3);
    assertThat(attendance(log).number("S-3")).isEqualTo(2);
  }

  @Test
  void sessions_of_the_same_time_follow_their_numbers() {
    Log log = Log.of(List.of(Scores.total(at(1, 1, 2), 30), Scores.total(at(2, 1, 1), 36)));

    assertThat(log.alerts()).extracting(alert -> alert.openedAt().id()).containsExactly("S-1");
    assertThat(expected(log)).isEqualTo(SECOND);
  }

  @Test
  void an_episode_whose_ratings_are_all_erased_tells_nothing_but_keeps_its_sessions() {
    Score score = untold(1, 20);
    Log log = Log.of(List.of(score));
    log.take(Sessions.held(1));

    log.erase(score.key());
    assertThat(log.all()).isEmpty();
    assertThat(log.state().isEmpty()).isFalse();

    log.erase(Sessions.held(1).key());
    assertThat(log.state().isEmpty()).isTrue();
  }

  private static Score untold(int week, double total) {
    return Scores.total(untold(week), total);
  }

  private static SessionRef untold(int week) {
    return Scores.session(week, null);
  }

  /** A session with the date of another week. */
  private static SessionRef at(int session, int week, @Nullable Integer number) {
    SessionRef own = untold(session);
    SessionRef other = untold(week);
    return new SessionRef(own.id(), number, other.heldAt(), own.setting(), own.delivery());
  }

  private static Attendance attendance(Log log) {
    return Attendance.of(log.state().history());
  }

  /** What was expected of the only alert. */
  private static String expected(Log log) {
    assertThat(log.alerts()).hasSize(1);
    return String.valueOf(log.alerts().getFirst().evidence().expected());
  }
}
