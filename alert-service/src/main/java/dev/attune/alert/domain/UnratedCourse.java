package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Severity;
import dev.attune.detection.SeriesRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SRS-08 along one series: sessions that were attended and not rated, from the first rating on. */
final class UnratedCourse {

  private final Series series;
  private final SeriesRule.Unrated rule;
  private final double ceiling;
  private final List<AlertStep> steps = new ArrayList<>(2);
  private @Nullable Point openedAt;
  private Evidence evidence = Evidence.NONE;
  private int running;

  UnratedCourse(Series series, SeriesRule.Unrated rule, double ceiling) {
    this.series = series;
    this.rule = rule;
    this.ceiling = ceiling;
  }

  /** The next session was rated. */
  void seeRated(Point point, Consumer<Finding> found) {
    running = 0;
    if (openedAt != null) {
      steps.add(new AlertStep(AlertStatus.REPAIRED, Severity.AMBER, point.session()));
      end(found);
    }
  }

  /**
   * The next session was not rated.
   *
   * @param whileOpen whether another alert of the series is open
   */
  void seeUnrated(Point point, boolean whileOpen, Consumer<Finding> found) {
    running++;
    if (openedAt != null) {
      return;
    }
    if (whileOpen && running >= rule.runningWhileOpen()) {
      openedAt = point;
      evidence = Numbers.ofSessions(running).evidence();
      steps.add(new AlertStep(AlertStatus.OPEN, Severity.AMBER, point.session()));
    } else if (running == rule.running()) {
      Evidence numbers = Numbers.ofSessions(running).evidence();
      found.accept(Finding.mark(series, rule, point, numbers, ceiling));
    }
  }

  /** Tells what is open after the last session. */
  void end(Consumer<Finding> found) {
    if (openedAt != null) {
      found.accept(
          new Finding(
              series, rule, rule.family(), openedAt, evidence, ceiling, false, List.copyOf(steps)));
      openedAt = null;
      steps.clear();
    }
  }
}
