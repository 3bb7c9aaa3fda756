package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Score;
import dev.attune.contracts.Severity;
import dev.attune.detection.RuleSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static final List<Score> STRAINED = Scores.series(36, 37, 38, 37, 30);

  @Test
  void a_correction_that_removes_the_cause_retracts_the_alert_with_its_numbers() {
    Log log = Log.of(STRAINED);
    Alert opened = log.alerts().getFirst();

    Alert told = alert(log.take(Scores.total(5, 37)));

    assertThat(told.id()).isEqualTo(opened.id());
    assertThat(told.revision()).isEqualTo(2);
    assertThat(told.status()).isEqualTo(AlertStatus.RETRACTED);
    assertThat(told.evidence()).isEqualTo(opened.evidence());
    assertThat(told.steps())
        .containsExactly(
            new AlertStep(AlertStatus.OPEN, Severity.RED, Scores.session(5)),
            new AlertStep(AlertStatus.RETRACTED, Severity.RED, Scores.session(5)));
    assertThat(log.alerts()).isEmpty();
  }

  @Test
  void a_cause_that_returns_opens_the_same_alert_with_a_higher_revision() {
    Log log = Log.of(STRAINED);
    Alert opened = log.alerts().getFirst();
    log.take(Scores.total(5, 37));

    Alert told = alert(log.take(Scores.total(5, 30)));

    assertThat(told.id()).isEqualTo(opened.id());
    assertThat(told.revision()).isEqualTo(3);
    assertThat(told.status()).isEqualTo(AlertStatus.OPEN);
    assertThat(log.standing()).isEqualTo(Log.of(STRAINED).standing());
  }

  @Test
  void an_erased_rating_takes_its_numbers_with_it() {
    Log log = Log.of(STRAINED);

    Alert told = alert(log.erase(STRAINED.getLast().key()));

    assertThat(told.status()).isEqualTo(AlertStatus.RETRACTED);
    assertThat(told.severity()).isEqualTo(Severity.RED);
    assertThat(told.rule()).isEqualTo("SRS-01");
    assertThat(told.evidence()).isEqualTo(Evidence.NONE);
    assertThat(told.steps()).hasSize(1);
  }

  @Test
  void what_was_retracted_loses_its_numbers_too_when_its_rating_is_erased() {
    Log log = Log.of(STRAINED);
    log.take(Scores.total(5, 37));

    Alert told = alert(log.erase(STRAINED.getLast().key()));

    assertThat(told.revision()).isEqualTo(3);
    assertThat(told.status()).isEqualTo(AlertStatus.RETRACTED);
    assertThat(told.evidence().observed()).isNull();
  }

  @Test
  void the_last_erasure_of_an_episode_erases_everything_that_was_told() {
    Log log = Log.of(STRAINED);
    STRAINED.subList(0, 4).forEach(score -> log.erase(score.key()));
    assertThat(log.all()).isNotEmpty();

    List<Publication> last = log.erase(STRAINED.getLast().key());

    assertThat(last).allSatisfy(publication -> assertThat(publication.alert()).isNull());
    assertThat(log.all()).isEmpty();
    assertThat(log.state().isEmpty()).isTrue();
    assertThat(log.state().published()).isEmpty();
  }

  @Test
  void a_late_rating_moves_the_alert_to_the_session_that_opens_it_now() {
    Log log = Log.of(List.of(Scores.total(1, 37), Scores.total(3, 29)));
    assertThat(log.alerts()).extracting(alert -> alert.openedAt().id()).containsExactly("S-3");

    List<Publication> told = log.take(Scores.total(2, 28));

    assertThat(told)
        .extracting(Publication::alert)
        .filteredOn(Objects::nonNull)
        .filteredOn(alert -> !alert.isMark())
        .extracting(alert -> alert.openedAt().id() + " " + alert.status())
        .startsWith("S-3 RETRACTED", "S-2 OPEN");
  }

  @Test
  void the_difference_to_what_was_published_is_nothing_the_second_time() {
    EpisodeState state = Log.of(STRAINED).state();

    assertThat(Difference.between(state, state.history(), Log.JUDGE).publications()).isEmpty();
  }

  @Test
  void another_version_of_the_rules_is_told_with_the_next_revision() {
    RuleSet shipped = RuleSet.load("attune-default");
    var next = new Judge(new RuleSet(shipped.id(), "2.0.0", shipped.norms(), shipped.tracks()));
    EpisodeState state = Log.of(STRAINED).state();

    Change change = Difference.between(state, state.history(), next);

    assertThat(change.publications()).hasSameSizeAs(state.published());
    assertThat(change.publications())
        .extracting(Publication::alert)
        .allSatisfy(alert -> {
          assertThat(alert).isNotNull();
          assertThat(Objects.requireNonNull(alert).revision()).isEqualTo(2);
          assertThat(alert.ruleSet().version()).isEqualTo("2.0.0");
        });
  }

  private static Alert alert(List<Publication> publications) {
    List<Alert> alerts =
        publications.stream()
            .map(Publication::alert)
            .filter(Objects::nonNull)
            .filter(alert -> !alert.isMark())
            .toList();
    assertThat(alerts).hasSize(1);
    return alerts.getFirst();
  }
}
