package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.Repair;
import dev.attune.detection.StrainRule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The strain rules of a family with REP-01 to REP-03 along one series: at most one strain is open,
 * and right after its verdict the next alarm is looked for. There is no cool-down, as a strain that
 * is missed harms more than one alert more.
 */
final class StrainCourse {

  private final Series series;
  private final List<StrainRule> rules;
  private final Repair repair;
  private @Nullable Strain open;

  StrainCourse(Series series, List<StrainRule> rules, Repair repair) {
    this.series = series;
    this.rules = rules;
    this.repair = repair;
  }

  /**
   * Takes the next rated session; what is found goes to {@code found}.
   *
   * @return whether this session has left a strain unrepaired
   */
  boolean see(Rated rated, UsualAnswers usual, Consumer<Finding> found) {
    Alarm heaviest = null;
    for (StrainRule rule : rules) {
      Alarm alarm = Alarms.of(rule, rated, usual).orElse(null);
      if (alarm != null && alarm.severity() == Severity.INFO) {
        found.accept(mark(rated, alarm));
      } else if (alarm != null
          && (heaviest == null || alarm.severity().compareTo(heaviest.severity()) > 0)) {
        heaviest = alarm;
      }
    }
    return see(rated, heaviest, found);
  }

  private boolean see(Rated rated, @Nullable Alarm alarm, Consumer<Finding> found) {
    Strain strain = open;
    if (strain != null) {
      strain.see(rated, alarm == null ? Severity.INFO : alarm.severity());
    } else if (alarm != null) {
      strain = new Strain(rated, alarm, repair);
    }
    open = strain;
    if (strain == null || !(strain.hasVerdict() || rated.isLast())) {
      return false;
    }
    found.accept(strain.finding(series));
    open = strain.hasVerdict() ? null : strain;
    return strain.isUnrepaired();
  }

  /** Whether a strain is open after the sessions so far. */
  boolean isOpen() {
    return open != null && open.isOpen();
  }

  private Finding mark(Rated rated, Alarm alarm) {
    return Finding.mark(
        series, alarm.rule(), rated.point(), alarm.numbers().evidence(), rated.ceiling());
  }
}
