package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Severity;
import dev.attune.detection.Rule;
import java.util.ArrayList;
import java.util.List;

/** An alert of a rule on where somebody stands, while its steps are gathered. */
final class OpenAlert {

  private final Series series;
  private final Rule rule;
  private final String family;
  private final Point openedAt;
  private final Evidence evidence;
  private final double ceiling;
  private final List<AlertStep> steps = new ArrayList<>(2);

  OpenAlert(
      Series series, Rule rule, String family, Point openedAt, Evidence evidence, double ceiling) {
    this.series = series;
    this.rule = rule;
    this.family = family;
    this.openedAt = openedAt;
    this.evidence = evidence;
    this.ceiling = ceiling;
  }

  void step(AlertStatus status, Severity severity, SessionRef session) {
    steps.add(new AlertStep(status, severity, session));
  }

  Finding finding() {
    return new Finding(
        series, rule, family, openedAt, evidence, ceiling, false, List.copyOf(steps));
  }
}
