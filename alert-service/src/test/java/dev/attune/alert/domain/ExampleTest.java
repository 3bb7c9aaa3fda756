package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.RuleSetRef;
import dev.attune.contracts.Score;
import dev.attune.contracts.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The series 36, 37, 38, 37, 30, 36, 38: strained at session 5, repaired at session 7. */
class ExampleTest {

  private static final List<Score> EXAMPLE = Scores.series(36, 37, 38, 37, 30, 36, 38);

  @Test
  void the_example_raises_exactly_one_alert_with_its_numbers() {
    Alert alert = only(Log.of(EXAMPLE));

    assertThat(alert.rule()).isEqualTo("SRS-01");
    assertThat(alert.family()).isEqualTo("alliance-strain");
    assertThat(alert.ruleSet()).isEqualTo(new RuleSetRef("attune-default", "1.2.0"));
    assertThat(alert.severity()).isEqualTo(Severity.RED);
    assertThat(alert.openedAt()).isEqualTo(Scores.session(5));
    assertThat(alert.evidence().z()).isEqualTo("2.990394");
    assertThat(alert.evidence().expected()).isEqualTo("37.413934");
    assertThat(alert.evidence().deviation()).isEqualTo("2.479250");
    assertThat(alert.evidence().tailProbability()).isEqualTo("0.001393");
    assertThat(alert.evidence().observed()).isEqualTo("30.0");
    assertThat(alert.evidence().previous()).isEqualTo("37.0");
    assertThat(alert.evidence().threshold()).isEqualByComparingTo("2.5");
    assertThat(alert.evidence().earlierSessions()).isEqualTo(4);
    assertThat(alert.evidence().realAmongSuch()).isEqualByComparingTo("0.66");
    assertThat(alert.evidence().falseAlarmsPer100()).isEqualByComparingTo("0.63");
    assertThat(alert.client()).isEqualTo("C-1");
    assertThat(alert.therapist()).isEqualTo("T-9");
  }

  @Test
  void the_example_is_repaired_at_session_7() {
    assertThat(only(Log.of(EXAMPLE)).steps())
        .containsExactly(
            new AlertStep(AlertStatus.OPEN, Severity.RED, Scores.session(5)),
            new AlertStep(AlertStatus.RECOVERING, Severity.RED, Scores.session(6)),
            new AlertStep(AlertStatus.REPAIRED, Severity.RED, Scores.session(7)));
  }

  @Test
  void the_explanation_is_hedged_and_tells_how_often_it_errs() {
    assertThat(only(Log.of(EXAMPLE)).explanation())
        .isEqualTo(
            "Possible strain in the alliance, worth asking about: 30.0 points where 37.4 ± 2.5 were"
                + " expected from 4 earlier sessions (z = 2.99); of signs this strong about 66 in"
                + " 100 were real in simulation, and about 1 in 160 ordinary sessions looks like"
                + " this.");
  }

  @Test
  void as_sessions_come_in_the_alert_opens_is_probably_repaired_and_then_repaired() {
    var log = new Log();
    List<AlertStatus> told = new ArrayList<>();
    for (Score score : EXAMPLE) {
      log.take(score).stream()
          .map(Publication::alert)
          .filter(Objects::nonNull)
          .filter(alert -> !alert.isMark())
          .forEach(alert -> told.add(alert.status()));
    }

    assertThat(told)
        .containsExactly(AlertStatus.OPEN, AlertStatus.PROBABLY_REPAIRED, AlertStatus.REPAIRED);
  }

  @Test
  void all_5040_orders_of_arrival_end_in_the_same_state() {
    SortedMap<String, Alert> inOrder = Log.of(EXAMPLE).standing();
    List<List<Score>> orders = permutations(EXAMPLE);

    assertThat(orders).hasSize(5040);
    assertThat(orders).allSatisfy(order -> assertThat(Log.of(order).standing()).isEqualTo(inOrder));
  }

  @Test
  void marks_are_told_beside_the_alert() {
    Log log = Log.of(EXAMPLE);

    assertThat(log.marks("SRS-03")).extracting(mark -> mark.openedAt().id()).containsExactly("S-5");
    assertThat(log.marks("SRS-05"))
        .extracting(mark -> mark.openedAt().id())
        .containsExactlyInAnyOrder("S-4", "S-5");
    assertThat(log.marks("SRS-03").getFirst().status()).isEqualTo(AlertStatus.NOTED);
    assertThat(log.marks("SRS-03").getFirst().evidence().threshold())
        .isEqualByComparingTo(BigDecimal.valueOf(36));
  }

  private static Alert only(Log log) {
    assertThat(log.alerts()).hasSize(1);
    return log.alerts().getFirst();
  }

  private static <T> List<List<T>> permutations(List<T> of) {
    List<List<T>> found = new ArrayList<>();
    permute(new ArrayList<>(of), 0, found);
    return found;
  }

  private static <T> void permute(List<T> items, int fixed, List<List<T>> found) {
    if (fixed == items.size()) {
      found.add(List.copyOf(items));
      return;
    }
    for (int i = fixed; i < items.size(); i++) {
      Collections.swap(items, fixed, i);
      permute(items, fixed + 1, found);
      Collections.swap(items, fixed, i);
    }
  }
}
