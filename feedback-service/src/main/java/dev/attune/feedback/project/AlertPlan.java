package dev.attune.feedback.project;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.AlertStatus;
import dev.attune.feedback.domain.Acknowledgement;
import dev.attune.feedback.domain.Telling;
import dev.attune.feedback.domain.Telling.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the states of alerts in a batch and those held already.
 *
 * @param kept the newest state of each alert that is newer than the one held
 * @param steps in the order of the log; of marks there are none
 * @param retractions what was withdrawn, and when the correction was received
 */
record AlertPlan(List<Batch.Received<Alert>> kept, List<Step> steps, List<Retraction> retractions) {

  /**
   * A state of an alert that is newer than the one before it.
   *
   * @param transition the name of what its therapist is told of, null where that is nothing
   * @param acknowledgement of the state that was held before the batch
   */
  record Step(
      Batch.Received<Alert> state,
      @Nullable String transition,
      @Nullable Acknowledgement acknowledgement) {

    Alert alert() {
      return state.value();
    }

    Touched session() {
      return new Touched(alert().tenant(), alert().episode(), alert().openedAt().id());
    }
  }

  /** An alert that was withdrawn by a correction received at this time. */
  record Retraction(String tenant, String episode, String alert, Instant at) {}

  static AlertPlan of(
      Map<AlertKey, List<Batch.Received<Alert>>> alerts, Collection<AlertTable.Known> known) {
    Map<AlertKey, AlertTable.Known> byKey =
        known.stream().collect(Collectors.toMap(AlertTable.Known::key, Function.identity()));
    var plan = new AlertPlan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    alerts.forEach((key, states) -> plan.add(states, byKey.get(key)));
    return plan;
  }

  private void add(List<Batch.Received<Alert>> states, AlertTable.@Nullable Known known) {
    Held held = known == null ? null : known.held();
    Batch.Received<Alert> newest = null;
    for (Batch.Received<Alert> state : states) {
      Alert alert = state.value();
      if (Telling.isNews(held, state.log(), alert)) {
        if (!alert.isMark()) {
          String transition = Telling.transition(held, state.log(), alert).orElse(null);
          steps.add(new Step(state, transition, known == null ? null : known.acknowledgement()));
        }
        if (alert.status() == AlertStatus.RETRACTED) {
          retractions.add(new Retraction(alert.tenant(), alert.episode(), alert.id(), state.at()));
        }
        held = Held.of(state.log(), alert);
        newest = state;
      }
    }
    if (newest != null) {
      kept.add(newest);
    }
  }
}
