package dev.attune.detection.primitives;

import java.util.List;

/**
 * Shewhart's chart of single values. Needs eight values to mean anything, better twenty.
 *
 * @param mean of the values
 * @param movingRange the mean step from one value to the next
 * @param lower values below are out of control
 * @param upper values above are out of control
 * @param movingRangeUpper steps above are out of control
 */
public record IndividualsChart(
    double mean, double movingRange, double lower, double upper, double movingRangeUpper) {

  /** Mean step between two independent normal values, in standard deviations, as tabulated. */
  private static final double STEP = 1.128;

  private static final double STEP_LIMIT = 3.267;

  /** The chart of these values with limits of three standard deviations. */
  public static IndividualsChart of(List<Double> values) {
    return of(values, 3, 0);
  }

  /**
   * The chart of these values.
   *
   * @param deviations how many standard deviations the limits lie from the mean
   * @param leastMovingRange a smaller mean step counts as this one
   */
  public static IndividualsChart of(
      List<Double> values, double deviations, double leastMovingRange) {
    if (values.size() < 2) {
      throw new IllegalArgumentException("a chart needs two values, had " + values.size());
    }
    double steps = 0;
    for (int i = 1; i < values.size(); i++) {
      steps += Math.abs(values.get(i) - values.get(i - 1));
    }
    double range = Math.max(leastMovingRange, steps / (values.size() - 1));
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double margin = deviations * range / STEP;
    return new IndividualsChart(mean, range, mean - margin, mean + margin, STEP_LIMIT * range);
  }
}
