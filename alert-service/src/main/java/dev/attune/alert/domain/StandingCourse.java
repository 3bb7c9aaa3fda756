package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Severity;
import dev.attune.detection.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A rule on where somebody stands, along one series: its alert is open while it holds, and {@code
 * REPAIRED} once it does not. Told anew no sooner than so many sessions later, unless heavier.
 */
final class StandingCourse {

  private final Series series;
  private final Rule rule;
  private final String family;
  private final int everySessions;
  private final List<AlertStep> steps = new ArrayList<>(2);
  private @Nullable Point openedAt;
  private Evidence evidence = Evidence.NONE;
  private double ceiling;
  private Severity told = Severity.INFO;
  private long toldAt = Long.MIN_VALUE / 2;

  StandingCourse(Series series, Rule rule, String family, int everySessions) {
    this.series = series;
    this.rule = rule;
    this.family = family;
    this.everySessions = everySessions;
  }

  /**
   * Takes the next session at which the rule was asked.
   *
   * @param number the session's number among the attended ones
   */
  void see(
      Point point,
      int number,
      Standing standing,
      Supplier<Evidence> numbers,
      double highest,
      Consumer<Finding> found) {
    if (openedAt != null) {
      goOn(point.session(), number, standing, found);
    } else if (standing.isNew() && standing.fires() == Severity.INFO) {
      found.accept(Finding.mark(series, rule, point, numbers.get(), highest));
    } else if (standing.isNew() && isNews(number, standing)) {
      openedAt = point;
      evidence = numbers.get();
      ceiling = highest;
      tell(AlertStatus.OPEN, standing.fires(), point.session(), number);
    }
  }

  private void goOn(SessionRef session, int number, Standing standing, Consumer<Finding> found) {
    if (!standing.holds()) {
      steps.add(new AlertStep(AlertStatus.REPAIRED, told, session));
      end(found);
    } else if (isNews(number, standing)) {
      tell(AlertStatus.OPEN, Severities.heavier(told, standing.fires()), session, number);
    }
  }

  private boolean isNews(int number, Standing standing) {
    return number - toldAt >= everySessions || standing.fires().compareTo(told) > 0;
  }

  private void tell(AlertStatus status, Severity severity, SessionRef session, int number) {
    steps.add(new AlertStep(status, severity, session));
    told = severity;
    toldAt = number;
  }

  /** Tells what is open after the last session. */
  void end(Consumer<Finding> found) {
    if (openedAt != null) {
      found.accept(
          new Finding(
              series, rule, family, openedAt, evidence, ceiling, false, List.copyOf(steps)));
      openedAt = null;
      steps.clear();
    }
  }

  boolean isOpen() {
    return openedAt != null;
  }
}
