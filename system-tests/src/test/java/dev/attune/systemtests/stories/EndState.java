package dev.attune.systemtests.stories;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Severity;
import dev.attune.systemtests.client.Log;
import dev.attune.systemtests.fixture.Case;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What in the end stands about an episode, without its ids and without how it came about. */
record EndState(Set<Sign> signs) {

  /** An alert or mark that was not taken back. */
  record Sign(
      String family,
      String rule,
      Severity severity,
      AlertStatus status,
      String openedAt,
      Evidence evidence,
      List<String> steps) {}

  static EndState of(Log log, Case about) {
    return new EndState(
        LatestAlerts.of(log.alertsAndMarks(about.tenant(), about.episode())).stream()
            .filter(alert -> alert.status() != AlertStatus.RETRACTED)
            .map(EndState::sign)
            .collect(Collectors.toSet()));
  }

  private static Sign sign(Alert alert) {
    return new Sign(
        alert.family(),
        alert.rule(),
        alert.severity(),
        alert.status(),
        alert.openedAt().id(),
        alert.evidence(),
        alert.steps().stream()
            .map(step -> step.status() + " " + step.severity() + " " + step.session().id())
            .toList());
  }
}
