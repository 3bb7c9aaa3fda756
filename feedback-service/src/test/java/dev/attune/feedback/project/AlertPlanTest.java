package dev.attune.feedback.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.testing.Episode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPlanTest {

  private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");

  private final Episode episode = Episode.of("northside", "E-1", "T-1");

  @Test
  void the_newest_state_is_kept_and_each_step_is_told_in_order() {
    AlertPlan plan =
        plan(
            List.of(),
            alert(1, AlertStatus.OPEN),
            alert(2, AlertStatus.RECOVERING),
            alert(3, AlertStatus.REPAIRED));
    assertThat(plan.kept()).extracting(kept -> kept.value().revision()).containsExactly(3L);
    assertThat(plan.steps())
        .extracting(AlertPlan.Step::transition)
        .containsExactly("OPEN-RED-S-5", "RECOVERING-RED-S-5", "REPAIRED-RED-S-5");
  }

  @Test
  void a_repeated_or_stale_state_changes_nothing() {
    AlertPlan plan = plan(List.of(held(2)), alert(1, AlertStatus.OPEN), alert(2, AlertStatus.OPEN));
    assertThat(plan.kept()).isEmpty();
    assertThat(plan.steps()).isEmpty();
  }

  @Test
  void other_evidence_is_kept_and_told_to_nobody() {
    AlertPlan plan = plan(List.of(held(1)), alert(2, AlertStatus.OPEN));
    assertThat(plan.kept()).hasSize(1);
    assertThat(plan.steps()).singleElement().matches(step -> step.transition() == null);
  }

  @Test
  void a_mark_is_kept_and_is_no_step() {
    AlertPlan plan = plan(List.of(), episode.alert(5, 1, AlertStatus.NOTED, Severity.INFO));
    assertThat(plan.kept()).hasSize(1);
    assertThat(plan.steps()).isEmpty();
  }

  @Test
  void a_withdrawal_is_remembered_even_where_the_alert_opens_again_at_once() {
    AlertPlan plan =
        plan(List.of(held(1)), alert(2, AlertStatus.RETRACTED), alert(3, AlertStatus.OPEN));
    assertThat(plan.retractions())
        .containsExactly(new AlertPlan.Retraction("northside", "E-1", episode.alertId(5), AT));
    assertThat(plan.steps())
        .extracting(AlertPlan.Step::transition)
        .containsExactly("RETRACTED-RED-S-5-2", "OPEN-RED-S-5-3");
  }

  private AlertPlan plan(List<AlertTable.Known> known, Alert... states) {
    Map<AlertKey, List<Batch.Received<Alert>>> alerts =
        Map.of(
            states[0].key(),
            Arrays.stream(states)
                .map(alert -> new Batch.Received<>(alert, AT, "log", 0, alert.revision()))
                .toList());
    return AlertPlan.of(alerts, known);
  }

  private Alert alert(long revision, AlertStatus status) {
    return episode.alert(5, revision, status, Severity.RED);
  }

  private AlertTable.Known held(long revision) {
    return new AlertTable.Known(
        "northside",
        "E-1",
        episode.alertId(5),
        "log",
        revision,
        AlertStatus.OPEN,
        Severity.RED,
        null,
        null,
        null,
        null);
  }
}
