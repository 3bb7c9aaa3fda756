package dev.attune.detection.primitives;

/**
 * Mean and variance of the values so far, without keeping them.
 *
 * @param count of the values
 * @param mean of the values
 * @param squares the sum of their squared distances from the mean
 */
public record Welford(int count, double mean, double squares) {

  /** Before the first value. */
  public static final Welford EMPTY = new Welford(0, 0, 0);

  public Welford next(double x) {
    double before = x - mean;
    double nextMean = mean + before / (count + 1);
    return new Welford(count + 1, nextMean, squares + before * (x - nextMean));
  }

  /** The sample variance; {@code NaN} below two values. */
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  public double standardDeviation() {
    return Math.sqrt(variance());
  }

  /**
   * How many standard deviations a value that has not been added yet lies below the mean. Adding it
   * first would pull the mean towards it and hide it.
   */
  public double deviationBelow(double x) {
    return (mean - x) / standardDeviation();
  }
}
