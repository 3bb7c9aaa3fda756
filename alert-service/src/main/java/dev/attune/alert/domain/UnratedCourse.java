package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Severity;
import dev.attune.detection.SeriesRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SRS-08 along one series: sessions that were attended and not rated, from the first rating on. */
final class UnratedCourse {

  private final Series series;
  private final SeriesRule.Unrated rule;
  private final double ceiling;
  private @Nullable OpenAlert open;
  private int running;

  UnratedCourse(Series series, SeriesRule.Unrated rule, double ceiling) {
    this.series = series;
    this.rule = rule;
    this.ceiling = ceiling;
  }

  /** The next session was rated. */
  void seeRated(Point point, Consumer<Finding> found) {
    running = 0;
    if (open != null) {
      open.step(AlertStatus.REPAIRED, Severity.AMBER, point.session());
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
    if (open != null) {
      return;
    }
    if (whileOpen && running >= rule.runningWhileOpen()) {
      var opened = new OpenAlert(series, rule, rule.family(), point, evidence(), ceiling);
      opened.step(AlertStatus.OPEN, Severity.AMBER, point.session());
      open = opened;
    } else if (running == rule.running()) {
      found.accept(Finding.mark(series, rule, point, evidence(), ceiling));
    }
  }

  private Evidence evidence() {
    return Numbers.ofSessions(running).evidence();
  }

  /** Tells what is open after the last session. */
  void end(Consumer<Finding> found) {
    if (open != null) {
      found.accept(open.finding());
      open = null;
    }
  }
}
