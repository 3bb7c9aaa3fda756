package dev.attune.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.ScoreState;
import dev.attune.local.letters.Place;
import dev.attune.local.verify.Difference.Kind;
import dev.attune.local.verify.Letters.Letter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind of fault is planted once into a clinic in which everything agrees. */
class ComparisonTest {

  private final Sound clinic = new Sound();

  @Test
  void a_sound_clinic_has_no_difference() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void what_is_erased_everywhere_is_no_difference() {
    clinic.eraseRating();

    assertThat(differences()).isEmpty();
  }

  @Test
  void a_record_in_the_partition_of_another_episode() {
    clinic.partition++;

    assertThat(differences())
        .filteredOn(difference -> difference.kind() == Kind.WRONG_PARTITION)
        .hasSize(4);
  }

  @Test
  void an_unreadable_record_without_a_letter() {
    var place = new Place("attune.scores", 0, 9);
    clinic.unreadable.add(place);
    clinic.letters.add(new Letter(place, "alert-service"));

    found(Kind.LETTER_MISSING, "attune.scores/0/9 by feedback-service");
  }

  @Test
  void a_rating_without_a_score() {
    clinic.scores.clear();
    clinic.scoreRows.clear();

    found(Kind.RATING_WITHOUT_SCORE, Sound.RATING_KEY);
  }

  @Test
  void a_rating_that_was_given_up_needs_no_score() {
    clinic.scores.clear();
    clinic.scoreRows.clear();
    clinic.letters.add(new Letter(Sound.RATING_PLACE, "scoring-service"));

    assertThat(differences()).isEmpty();
  }

  @Test
  void a_score_without_a_rating() {
    clinic.ratings.clear();

    found(Kind.SCORE_WITHOUT_RATING, Sound.RATING_KEY);
  }

  @Test
  void a_score_of_the_rating_as_it_was_before_its_amendment() {
    clinic.rating(Sound.rating(List.of(BigDecimal.ONE, BigDecimal.TWO)));

    found(Kind.SCORE_OF_ANOTHER_RATING, Sound.RATING_KEY);
  }

  @Test
  void a_score_of_the_total_as_it_was_before_its_amendment() {
    clinic.rating(Sound.ratingOfTotal("17.0"));
    clinic.score(Sound.score(List.of(), ScoreState.COMPLETE, "17"));
    assertThat(differences()).isEmpty();

    clinic.rating(Sound.ratingOfTotal("18"));

    found(Kind.SCORE_OF_ANOTHER_RATING, Sound.RATING_KEY);
  }

  @Test
  void an_alert_about_a_session_of_which_nothing_is_on_the_log() {
    clinic.alert(Sound.alert("S-9", AlertStatus.OPEN));

    found(Kind.ALERT_WITHOUT_SESSION, Sound.ALERT_KEY);
  }

  @Test
  void a_retracted_alert_needs_no_session() {
    clinic.alert(Sound.alert("S-9", AlertStatus.RETRACTED));

    assertThat(differences()).isEmpty();
  }

  @Test
  void rows_that_are_missing() {
    clinic.sessionRows.clear();
    found(Kind.SESSION_NOT_IN_READ_MODEL, Sound.SESSION_KEY);
    clinic.sessionRow();

    clinic.alertRows.clear();
    found(Kind.ALERT_NOT_IN_READ_MODEL, Sound.ALERT_KEY);
    clinic.alertRow();

    clinic.scoreRows.clear();
    found(Kind.SCORE_NOT_IN_READ_MODEL, Sound.RATING_KEY);
  }

  @Test
  void rows_that_the_log_no_longer_has() {
    clinic.sessions.clear();
    found(Kind.SESSION_ONLY_IN_READ_MODEL, Sound.SESSION_KEY);
    clinic.session();

    clinic.alerts.put(Sound.ALERT_KEY, Stated.erased(Sound.RATING_PLACE));
    found(Kind.ALERT_ONLY_IN_READ_MODEL, Sound.ALERT_KEY);
    clinic.alert(Sound.alert("S-1", AlertStatus.OPEN));

    clinic.ratings.clear();
    clinic.scores.clear();
    found(Kind.SCORE_ONLY_IN_READ_MODEL, Sound.RATING_KEY);
  }

  @Test
  void a_row_with_one_other_column() {
    clinic.scoreRows.put(Sound.RATING_KEY, with(clinic.scoreRow(), "total", "3"));
    found(Kind.SCORE_DIFFERS, Sound.RATING_KEY);
    clinic.scoreRows.put(Sound.RATING_KEY, clinic.scoreRow());

    clinic.alertRows.put(
        Sound.ALERT_KEY, with(Columns.of(Sound.alert("S-1", AlertStatus.OPEN)), "revision", "2"));
    found(Kind.ALERT_DIFFERS, Sound.ALERT_KEY);
    clinic.alertRow();

    clinic.sessionRows.put(
        Sound.SESSION_KEY, with(Columns.of(Sound.sessionRecord()), "therapist", "T-2"));
    found(Kind.SESSION_DIFFERS, Sound.SESSION_KEY);
  }

  @Test
  void a_row_of_a_record_that_the_read_model_gave_up_is_left_alone() {
    clinic.scoreRows.put(Sound.RATING_KEY, with(clinic.scoreRow(), "total", "3"));
    clinic.letters.add(new Letter(Sound.SCORE_PLACE, "feedback-service"));

    assertThat(differences()).isEmpty();
  }

  @Test
  void a_row_under_a_key_whose_last_record_nobody_can_read_is_left_alone() {
    clinic.alerts.put(Sound.ALERT_KEY, Stated.unreadable(new Place("attune.alerts", 0, 8)));

    assertThat(differences()).isEmpty();
  }

  @Test
  void sessions_and_episodes_that_were_not_derived_or_follow_from_nothing() {
    clinic.derivedSessions.clear();
    clinic.derivedEpisodes.add("northside/E-9");

    assertThat(differences())
        .containsExactlyInAnyOrder(
            new Difference(Kind.NOT_DERIVED, Sound.SESSION_KEY),
            new Difference(Kind.DERIVED_FROM_NOTHING, "northside/E-9"));
  }

  @Test
  void a_difference_names_keys_and_nothing_that_was_rated() {
    clinic.rating(Sound.rating(List.of(BigDecimal.valueOf(8.125), BigDecimal.TWO)));
    clinic.scoreRows.clear();
    clinic.alertRows.clear();

    assertThat(differences())
        .isNotEmpty()
        .allSatisfy(difference ->
            assertThat(difference.toString())
                .doesNotContain("8.125")
                .doesNotContain(Sound.COMMENT));
  }

  private List<Difference> differences() {
    return Comparison.of(clinic.log(), new Letters(Set.copyOf(clinic.letters)), clinic.readModel());
  }

  private void found(Kind kind, String key) {
    assertThat(differences()).containsExactly(new Difference(kind, key));
  }

  private static Map<String, String> with(Map<String, String> row, String column, String value) {
    var other = new java.util.TreeMap<>(row);
    other.put(column, value);
    return Map.copyOf(other);
  }
}
