package dev.attune.alert.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Severity;
import dev.attune.detection.StandingRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A rule on where somebody stands, along one series: its alert is open while it holds, and {@code
 * REPAIRED} once it does not. Told anew no sooner than so many sessions later, unless heavier.
 */
final class StandingCourse {

  private final Series series;
  private final StandingRule rule;
  private @Nullable OpenAlert open;
  private Severity told = Severity.INFO;
  private long toldAt = Long.MIN_VALUE / 2;

  StandingCourse(Series series, StandingRule rule) {
    this.series = series;
    this.rule = rule;
  }

  /** Takes the next rated session; what is found goes to {@code found}. */
  void see(Rated rated, Consumer<Finding> found) {
    Standing standing = Standings.of(rule, rated);
    if (open != null) {
      goOn(open, rated, standing, found);
    } else if (standing.isNew() && standing.fires() == Severity.INFO) {
      found.accept(Finding.mark(series, rule, rated.point(), evidence(rated), rated.ceiling()));
    } else if (standing.isNew() && isNews(rated, standing)) {
      var opened =
          new OpenAlert(
              series, rule, rule.family(), rated.point(), evidence(rated), rated.ceiling());
      tell(opened, standing.fires(), rated);
      open = opened;
    }
  }

  private Evidence evidence(Rated rated) {
    return Standings.numbers(rule, rated).evidence();
  }

  private void goOn(OpenAlert alert, Rated rated, Standing standing, Consumer<Finding> found) {
    if (!standing.holds()) {
      alert.step(AlertStatus.REPAIRED, told, rated.point().session());
      end(found);
    } else if (isNews(rated, standing)) {
      tell(alert, Severities.heavier(told, standing.fires()), rated);
    }
  }

  private boolean isNews(Rated rated, Standing standing) {
    return rated.number() - toldAt >= rule.everySessions() || standing.fires().compareTo(told) > 0;
  }

  private void tell(OpenAlert alert, Severity severity, Rated rated) {
    SessionRef session = rated.point().session();
    alert.step(AlertStatus.OPEN, severity, session);
    told = severity;
    toldAt = rated.number();
  }

  /** Tells what is open after the last session. */
  void end(Consumer<Finding> found) {
    if (open != null) {
      found.accept(open.finding());
      open = null;
    }
  }

  boolean isOpen() {
    return open != null;
  }
}
