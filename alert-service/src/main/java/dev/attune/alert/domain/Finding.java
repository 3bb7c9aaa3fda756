package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Severity;
import dev.attune.detection.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found in a series: an alert or a mark before it is put into words.
 *
 * @param family the rule family, for a mark the rule's own id
 * @param at the session at which it opened
 * @param rated the numbers of that session, where it has a total
 * @param threshold the number that was crossed
 * @param items the items the rule names
 * @param real the share of such signs that were real ones in simulation
 * @param falseAlarmsPer100 how many of 100 ordinary sessions raise it in simulation
 * @param resetOffered the expectation may be started anew
 * @param steps its life so far, in the order of sessions; the last one tells where it stands
 */
record Finding(
    Series series,
    Rule rule,
    String family,
    Point at,
    @Nullable Rated rated,
    BigDecimal threshold,
    List<ItemSign> items,
    @Nullable BigDecimal real,
    BigDecimal falseAlarmsPer100,
    boolean resetOffered,
    List<AlertStep> steps) {

  AlertStatus status() {
    return steps.getLast().status();
  }

  Severity severity() {
    return steps.getLast().severity();
  }

  AlertName name() {
    return new AlertName(series, family, at.session().id());
  }

  /** The score of the session, where it has one. */
  @Nullable BigDecimal observed() {
    return rated == null ? null : rated.total();
  }

  /** The score of the session before, where the rule compares with it. */
  @Nullable BigDecimal previous() {
    return rated == null || rule instanceof Rule.BelowCutOff || rule instanceof Rule.LowItem
        ? null
        : rated.previous();
  }

  /** The numbers of the expectation, where the rule compares with it. */
  @Nullable Rated expectation() {
    return rule instanceof Rule.SuddenDrop ? rated : null;
  }

  static List<AlertStep> noted(Point at) {
    return List.of(new AlertStep(AlertStatus.NOTED, Severity.INFO, at.session()));
  }
}
