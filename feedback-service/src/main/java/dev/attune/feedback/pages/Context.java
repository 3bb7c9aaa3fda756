package dev.attune.feedback.pages;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.SessionStatus;
import dev.attune.feedback.domain.Standing;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.read.EpisodeView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What else is known when an alert is read.
 *
 * @param outcome the latest outcome rating of the client
 * @param own the therapist's own rating of the session at which the alert opened
 * @param missed how many sessions the client missed so far
 * @param otherAlerts how many other alerts of this episode ask for something
 */
public record Context(
    @Nullable Outcome outcome, @Nullable String own, int missed, int otherAlerts) {

  /**
   * The latest outcome rating.
   *
   * @param change since the first rating, with its sign; null where this is the first one
   */
  public record Outcome(String total, @Nullable String change, @Nullable Integer session) {}

  /** Whether nothing else is known. */
  public boolean empty() {
    return outcome == null && own == null && missed == 0 && otherAlerts == 0;
  }

  static Context of(EpisodeView episode, AlertView alert, Writing writing) {
    return new Context(
        outcome(episode, writing),
        own(episode, alert, writing),
        (int)
            episode.sessions().stream()
                .filter(session -> session.status() == SessionStatus.MISSED)
                .count(),
        (int)
            episode.alerts().stream()
                .filter(other -> !other.alert().equals(alert.alert()))
                .filter(other -> Standing.asks(other.status()))
                .count());
  }

  private static @Nullable Outcome outcome(EpisodeView episode, Writing writing) {
    List<EpisodeView.Point> points =
        episode.series().stream()
            .filter(series -> series.instrument().equals("ors"))
            .filter(series -> series.rater().perspective() == Perspective.CLIENT)
            .flatMap(series -> series.points().stream())
            .filter(point -> point.total() != null)
            .toList();
    if (points.isEmpty()) {
      return null;
    }
    BigDecimal first = Objects.requireNonNull(points.getFirst().total());
    BigDecimal last = Objects.requireNonNull(points.getLast().total());
    return new Outcome(
        writing.number(last, 1),
        points.size() < 2 ? null : signed(last.subtract(first), writing),
        points.getLast().session().number());
  }

  private static String signed(BigDecimal change, Writing writing) {
    return switch (change.signum()) {
      case 1 -> "+" + writing.number(change, 1);
      case -1 -> "\u2212" + writing.number(change.abs(), 1);
      default -> "\u00b1" + writing.number(change, 1);
    };
  }

  private static @Nullable String own(EpisodeView episode, AlertView alert, Writing writing) {
    return episode.series().stream()
        .filter(series -> series.instrument().equals(alert.instrument()))
        .filter(series -> series.rater().perspective() == Perspective.THERAPIST)
        .flatMap(series -> series.points().stream())
        .filter(point -> point.session().id().equals(alert.openedAt().id()))
        .map(EpisodeView.Point::total)
        .filter(Objects::nonNull)
        .findFirst()
        .map(total -> writing.number(Objects.requireNonNull(total), 1))
        .orElse(null);
  }
}
