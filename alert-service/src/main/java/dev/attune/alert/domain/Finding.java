package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Severity;
import dev.attune.detection.Rule;
import java.util.List;

/**
 * What a rule found: an alert or a mark before it is put into words.
 *
 * @param series whose ratings it is about
 * @param family the rule family, for a mark the rule's own id
 * @param at the session at which it opened
 * @param evidence every number it rests on
 * @param ceiling the highest score of the instrument, in points; infinite where it is not known
 * @param resetOffered the expectation may be started anew
 * @param steps its life so far, in the order of sessions; the last one tells where it stands
 */
record Finding(
    Series series,
    Rule rule,
    String family,
    Point at,
    Evidence evidence,
    double ceiling,
    boolean resetOffered,
    List<AlertStep> steps) {

  /** A mark on its session. */
  static Finding mark(Series series, Rule rule, Point at, Evidence evidence, double ceiling) {
    var noted = new AlertStep(AlertStatus.NOTED, Severity.INFO, at.session());
    return new Finding(series, rule, rule.id(), at, evidence, ceiling, false, List.of(noted));
  }

  Severity severity() {
    return steps.getLast().severity();
  }

  AlertName name() {
    return new AlertName(series, family, at.session().id());
  }
}
