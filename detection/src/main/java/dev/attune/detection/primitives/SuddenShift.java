package dev.attune.detection.primitives;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Sudden gains and losses after Tang and DeRubeis (1999): a step from one session to the next that
 * is large in points, large against the score before it, and stable against the scatter of the
 * three sessions before and after. It needs sessions that come later, so it can only be used in
 * looking back.
 *
 * @param cutOff the least step, in points
 * @param share the least step as a share of the score before it
 * @param confidence of the comparison before and after, one-sided, e.g. 0.975
 */
public record SuddenShift(double cutOff, double share, double confidence) {

  private static final int AROUND = 3;
  private static final int LEAST_AROUND = 2;

  /** What can be said of a step. */
  public enum Answer {
    SUDDEN,
    NOT_SUDDEN,
    /** Fewer than two rated sessions on one side. */
    UNKNOWN
  }

  /** The published shares with a cut-off of the instrument. */
  public static SuddenShift of(double cutOff) {
    return new SuddenShift(cutOff, 0.25, 0.975);
  }

  /**
   * Whether the score fell suddenly, for the steps from session 2 to 3 up to the last but two to
   * the last but one.
   *
   * @param scores by session, {@code NaN} where none was rated
   */
  public List<Answer> falls(double... scores) {
    return answers(scores, -1);
  }

  /** Whether the score rose suddenly, for the same steps. */
  public List<Answer> rises(double... scores) {
    return answers(scores, 1);
  }

  private List<Answer> answers(double[] scores, int direction) {
    List<Answer> answers = new ArrayList<>();
    for (int last = LEAST_AROUND - 1; last + LEAST_AROUND < scores.length; last++) {
      answers.add(answer(scores, last, direction));
    }
    return answers;
  }

  private Answer answer(double[] scores, int last, int direction) {
    double[] before = rated(scores, last + 1 - AROUND, last + 1);
    double[] after = rated(scores, last + 1, last + 1 + AROUND);
    double step = direction * (scores[last + 1] - scores[last]);
    if (Double.isNaN(step) || before.length < LEAST_AROUND || after.length < LEAST_AROUND) {
      return Answer.UNKNOWN;
    }
    return step >= cutOff && step >= share * scores[last] && isStable(before, after, direction)
        ? Answer.SUDDEN
        : Answer.NOT_SUDDEN;
  }

  private static double[] rated(double[] scores, int from, int to) {
    return Arrays.stream(Arrays.copyOfRange(scores, Math.max(0, from), Math.min(scores.length, to)))
        .filter(score -> !Double.isNaN(score))
        .toArray();
  }

  private boolean isStable(double[] before, double[] after, int direction) {
    Welford one = all(before);
    Welford other = all(after);
    int freedom = before.length + after.length - 2;
    double pooled = Math.sqrt((one.squares() + other.squares()) / freedom);
    double critical = TDistribution.of(freedom).inverseCumulativeProbability(confidence);
    return direction * (other.mean() - one.mean()) > critical * pooled;
  }

  private static Welford all(double[] values) {
    Welford all = Welford.EMPTY;
    for (double value : values) {
      all = all.next(value);
    }
    return all;
  }
}
