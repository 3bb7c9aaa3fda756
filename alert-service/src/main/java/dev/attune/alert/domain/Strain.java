package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Severity;
import dev.attune.detection.Repair;
import dev.attune.detection.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One strain from its alarm to its verdict, session by session.
 *
 * <pre>
 * OPEN ◀─▶ RECOVERING ──two running──▶ REPAIRED
 *  │           │ 75 % in the last rated session: PROBABLY_REPAIRED, until the next one
 *  └───────────┴──three sessions──────▶ UNREPAIRED
 * </pre>
 */
final class Strain {

  private final Rated opened;
  private final Rule.Level level;
  private final Repair repair;
  private final double before;
  private final List<ItemSign> items;
  private final List<AlertStep> steps = new ArrayList<>(4);
  private AlertStatus status = AlertStatus.OPEN;
  private Severity severity;
  private int seen;
  private int running;

  Strain(Rated opened, Rule.Level level, Repair repair, List<ItemSign> items) {
    this.opened = opened;
    this.level = level;
    this.repair = repair;
    this.before = opened.expected();
    this.items = items;
    this.severity = Severities.of(level.weight());
    steps.add(new AlertStep(status, severity, opened.point().session()));
  }

  /**
   * Takes the next rated session.
   *
   * @param fired the level of its own deviation
   */
  void see(Rated rated, Optional<Rule.Level> fired) {
    seen++;
    running = hasRegained(repair.regained(), rated) ? running + 1 : 0;
    Severity own = fired.map(l -> Severities.of(l.weight())).orElse(Severity.INFO);
    boolean again = own != Severity.INFO;
    severity = Severities.heavier(severity, own);
    AlertStatus next = statusAfter(rated);
    if (next == AlertStatus.UNREPAIRED) {
      severity = Severities.raised(severity);
    }
    if (again || next != status) {
      steps.add(new AlertStep(next, severity, rated.point().session()));
    }
    status = next;
  }

  private AlertStatus statusAfter(Rated rated) {
    if (running >= repair.running()) {
      return AlertStatus.REPAIRED;
    }
    if (rated.isLast() && hasRegained(repair.regainedAlone(), rated)) {
      return AlertStatus.PROBABLY_REPAIRED;
    }
    if (seen >= repair.within()) {
      return AlertStatus.UNREPAIRED;
    }
    return running > 0 ? AlertStatus.RECOVERING : AlertStatus.OPEN;
  }

  private boolean hasRegained(double share, Rated rated) {
    return rated.score() >= opened.score() + share * (before - opened.score());
  }

  boolean hasVerdict() {
    return status == AlertStatus.REPAIRED || status == AlertStatus.UNREPAIRED;
  }

  Finding finding(Series series, Rule.SuddenDrop rule) {
    return new Finding(
        series,
        rule,
        rule.family(),
        opened.point(),
        opened,
        level.threshold(),
        items,
        rule.realAmongSuch(opened.observed().z()).orElse(null),
        level.falseAlarmsPer100(),
        status == AlertStatus.UNREPAIRED,
        List.copyOf(steps));
  }
}
