package dev.attune.feedback.project;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.feedback.domain.Telling;
import dev.attune.feedback.domain.Telling.Held;
import dev.attune.feedback.read.AlertView;
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
 * @param transitions in the order of the log
 */
record AlertPlan(List<Batch.Received<Alert>> kept, List<Transition> transitions) {

  /** A step in the life of an alert that its therapist is told of. */
  record Transition(
      String tenant, String name, Instant receipt, String therapist, AlertView view) {}

  static AlertPlan of(
      Map<AlertKey, List<Batch.Received<Alert>>> alerts, Collection<AlertTable.Known> known) {
    Map<AlertKey, AlertTable.Known> byKey =
        known.stream().collect(Collectors.toMap(AlertTable.Known::key, Function.identity()));
    var plan = new AlertPlan(new ArrayList<>(), new ArrayList<>());
    alerts.forEach((key, states) -> plan.add(states, byKey.get(key)));
    return plan;
  }

  private void add(List<Batch.Received<Alert>> states, AlertTable.@Nullable Known known) {
    Held held = known == null ? null : known.held();
    Batch.Received<Alert> newest = null;
    for (Batch.Received<Alert> state : states) {
      Alert alert = state.value();
      if (Telling.isNews(held, state.log(), alert)) {
        Telling.transition(held, alert)
            .ifPresent(name -> transitions.add(transition(name, state, known)));
        held = Held.of(state.log(), alert);
        newest = state;
      }
    }
    if (newest != null) {
      kept.add(newest);
    }
  }

  private static Transition transition(
      String name, Batch.Received<Alert> state, AlertTable.@Nullable Known known) {
    Alert alert = state.value();
    AlertView view =
        known == null
            ? AlertView.of(alert)
            : AlertView.of(alert, known.acknowledgedBy(), known.acknowledgedAt());
    return new Transition(alert.tenant(), name, state.at(), alert.therapist(), view);
  }
}
