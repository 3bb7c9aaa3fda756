package dev.attune.detection;

import dev.attune.detection.Rule.Weight;
import java.util.Optional;

/**
 * SRS-09: what a score can be held against where no norms are known, and what anybody can check by
 * hand: the mean of all of the person's earlier scores. Finds little less than the expectation with
 * norms, but raises too many false alarms at the second session.
 *
 * @param ratings how many scores are known
 * @param sum of these scores, in points
 */
public record OwnMean(int ratings, double sum) {

  /** Before the first score. */
  public static final OwnMean EMPTY = new OwnMean(0, 0);

  /** Scores are written in tenths or hundredths: what differs by less is equal. */
  private static final double EQUAL = 1e-9;

  /**
   * How far below the mean a score must lie.
   *
   * @param amber in points
   * @param red in points
   */
  public record Bounds(double amber, double red) {

    /** For a total of 0 to 40: 5.0 and 0.7 false alarms in 100 sessions in simulation. */
    public static final Bounds OF_FORTY = new Bounds(3.3, 5.5);

    public Bounds {
      if (!(amber > 0 && red > amber)) {
        throw new IllegalArgumentException(
            "bounds must rise from above 0, were " + amber + " and " + red);
      }
    }

    /** The same shares of another instrument's range. */
    public static Bounds ofRange(double range) {
      return new Bounds(OF_FORTY.amber() * range / 40, OF_FORTY.red() * range / 40);
    }
  }

  public OwnMean next(double score) {
    return new OwnMean(ratings + 1, sum + score);
  }

  /** How much a score that has not been added yet weighs; nothing at the first session. */
  public Optional<Weight> weight(double score, Bounds bounds) {
    if (ratings == 0) {
      return Optional.empty();
    }
    double below = sum / ratings - score;
    if (below >= bounds.red() - EQUAL) {
      return Optional.of(Weight.RED);
    }
    return below >= bounds.amber() - EQUAL ? Optional.of(Weight.AMBER) : Optional.empty();
  }
}
