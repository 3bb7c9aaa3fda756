package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.Repair;
import dev.attune.detection.Rule;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SRS-01 with REP-01 to REP-03 along one series: at most one strain is open, and right after its
 * verdict the next alarm is looked for. There is no cool-down, as a strain that is missed harms
 * more than one alert more.
 */
final class DropCourse {

  private final Series series;
  private final Rule.SuddenDrop rule;
  private final Repair repair;
  private @Nullable Strain open;

  DropCourse(Series series, Rule.SuddenDrop rule, Repair repair) {
    this.series = series;
    this.rule = rule;
    this.repair = repair;
  }

  /** Takes the next rated session; what is found goes to {@code found}. */
  void see(Rated rated, UsualAnswers usual, Consumer<Finding> found) {
    Optional<Rule.Level> fired = rule.level(rated.observed().z(), rated.number());
    fired
        .filter(level -> Severities.of(level.weight()) == Severity.INFO)
        .ifPresent(level -> found.accept(mark(rated, level, usual)));
    if (open == null) {
      fired
          .filter(level -> Severities.of(level.weight()) != Severity.INFO)
          .ifPresent(level -> open(rated, level, usual));
    } else {
      open.see(rated, fired);
    }
    if (open != null && (open.hasVerdict() || rated.isLast())) {
      found.accept(open.finding(series, rule));
      open = null;
    }
  }

  private void open(Rated rated, Rule.Level level, UsualAnswers usual) {
    open = new Strain(rated, level, repair, Items.lowest(rated.point(), usual));
  }

  private Finding mark(Rated rated, Rule.Level level, UsualAnswers usual) {
    return new Finding(
        series,
        rule,
        rule.id(),
        rated.point(),
        rated,
        level.threshold(),
        Items.lowest(rated.point(), usual),
        rule.realAmongSuch(rated.observed().z()).orElse(null),
        level.falseAlarmsPer100(),
        false,
        Finding.noted(rated.point()));
  }
}
