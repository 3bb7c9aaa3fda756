package dev.attune.detection.primitives;

/**
 * Kalman's filter for a level that drifts.
 *
 * @param level the estimate
 * @param variance how uncertain it is
 * @param sigma standard deviation of a value around the level
 * @param drift standard deviation of the level's step from one value to the next
 */
public record LocalLevel(double level, double variance, double sigma, double drift) {

  /** The level before the first value. */
  public static LocalLevel of(double mean, double tau, double sigma, double drift) {
    return new LocalLevel(mean, tau * tau, sigma, drift);
  }

  /** How many standard deviations the next value lies below what is expected. */
  public double deviationBelow(double x) {
    return (level - x) / Math.sqrt(variance + sigma * sigma);
  }

  public LocalLevel next(double x) {
    double gain = variance / (variance + sigma * sigma);
    return new LocalLevel(
        level + gain * (x - level), variance - gain * variance + drift * drift, sigma, drift);
  }
}
