package dev.attune.detection.primitives;

/**
 * Page's cumulated sums, one for values above the target and one for those below.
 *
 * @param target where the values should lie
 * @param allowance what is forgiven in each step, in the values' unit
 * @param above the sum of what lay above, 0 or more
 * @param below the sum of what lay below, 0 or more
 */
public record Cusum(double target, double allowance, double above, double below) {

  /** The sums before the first value. */
  public static Cusum of(double target, double allowance) {
    return new Cusum(target, allowance, 0, 0);
  }

  public Cusum next(double x) {
    return new Cusum(
        target,
        allowance,
        Math.max(0, above + (x - target) - allowance),
        Math.max(0, below + (target - x) - allowance));
  }
}
