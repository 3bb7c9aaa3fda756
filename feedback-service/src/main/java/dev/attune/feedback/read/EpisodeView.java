package dev.attune.feedback.read;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Flag;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode of care with everything its chart shows.
 *
 * @param population whose norms and cut-offs apply, null while no rating has told it
 * @param sessions in the order in which they were held
 * @param series one for each instrument and rater
 * @param alerts AMBER and RED, the youngest first
 * @param marks INFO: each belongs to its session and is not in any work list
 */
public record EpisodeView(
    String episode,
    String client,
    String therapist,
    @Nullable Population population,
    List<SessionLine> sessions,
    List<Series> series,
    List<AlertView> alerts,
    List<AlertView> marks) {

  public EpisodeView {
    sessions = List.copyOf(sessions);
    series = List.copyOf(series);
    alerts = List.copyOf(alerts);
    marks = List.copyOf(marks);
  }

  /** A session of the episode, and what became of it. */
  public record SessionLine(
      String id,
      @Nullable Integer number,
      SessionStatus status,
      Instant heldAt,
      Setting setting,
      Delivery delivery) {}

  /**
   * The scores of one rater on one instrument.
   *
   * @param name the instrument's name; its id where the catalogue no longer has it
   * @param min the lowest total the instrument allows, in points
   * @param max the highest total the instrument allows, in points
   * @param cutoff the published cut-off of the total for the episode's population, in points
   * @param points in the order in which the sessions were held
   */
  public record Series(
      String instrument,
      String name,
      Rater rater,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable BigDecimal cutoff,
      List<Point> points) {

    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One score.
   *
   * @param pomp percent of maximum possible, 0 to 100
   * @param expected what was expected of this person at this session, in points
   * @param deviation the standard deviation of that expectation, in points
   * @param answers the raw answers in item order, null where an item was not answered; empty where
   *     only totals are known
   */
  public record Point(
      SessionRef session,
      ScoreState state,
      @Nullable BigDecimal total,
      @Nullable BigDecimal pomp,
      @Nullable BigDecimal expected,
      @Nullable BigDecimal deviation,
      List<@Nullable BigDecimal> answers,
      List<Flag> flags) {

    public Point {
      answers = Collections.unmodifiableList(new ArrayList<>(answers));
      flags = List.copyOf(flags);
    }
  }
}
