package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Severity;
import dev.attune.detection.Repair;
import java.util.ArrayList;
import java.util.List;

/**
 * One strain from its alarm to its verdict, session by session.
 *
 * <pre>
 * OPEN ◀─▶ RECOVERING ──two running──▶ REPAIRED
 *  │           │ 75 % in the last rated session: PROBABLY_REPAIRED, until the next one
 *  └───────────┴──three sessions──────▶ UNREPAIRED
 * </pre>
 *
 * <p>Unrepaired weighs one more, except for a strain that opened at the first rating: there nothing
 * is known to have been lost, and the client may be one who rates low.
 */
final class Strain {

  private final Rated opened;
  private final Alarm alarm;
  private final Repair repair;
  private final List<AlertStep> steps = new ArrayList<>(4);
  private AlertStatus status = AlertStatus.OPEN;
  private Severity severity;
  private int seen;
  private int running;

  Strain(Rated opened, Alarm alarm, Repair repair) {
    this.opened = opened;
    this.alarm = alarm;
    this.repair = repair;
    this.severity = alarm.severity();
    steps.add(new AlertStep(status, severity, opened.point().session()));
  }

  /**
   * Takes the next rated session.
   *
   * @param own what it would weigh by itself; {@code INFO} is no alarm
   */
  void see(Rated rated, Severity own) {
    seen++;
    running = hasRegained(repair.regained(), rated) ? running + 1 : 0;
    boolean again = own != Severity.INFO;
    severity = Severities.heavier(severity, own);
    AlertStatus next = statusAfter(rated);
    if (next == AlertStatus.UNREPAIRED && opened.earlier() > 0) {
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
    return rated.score() >= opened.score() + share * (alarm.before() - opened.score());
  }

  boolean hasVerdict() {
    return status == AlertStatus.REPAIRED || isUnrepaired();
  }

  boolean isOpen() {
    return status == AlertStatus.OPEN || status == AlertStatus.RECOVERING;
  }

  boolean isUnrepaired() {
    return status == AlertStatus.UNREPAIRED;
  }

  Finding finding(Series series) {
    return new Finding(
        series,
        alarm.rule(),
        alarm.rule().family(),
        opened.point(),
        alarm.numbers().evidence(),
        opened.ceiling(),
        isUnrepaired() && repair.baselineReset() == Repair.BaselineReset.OFFERED,
        List.copyOf(steps));
  }
}
