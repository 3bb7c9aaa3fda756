package dev.attune.detection.primitives;

/**
 * An exponentially weighted moving average.
 *
 * @param weight of the newest value, above 0 to 1
 * @param value the average
 * @param seen how many values went into it
 */
public record Ewma(double weight, double value, int seen) {

  public Ewma {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a weight lies above 0 to 1, was " + weight);
    }
  }

  /** The average before the first value. */
  public static Ewma startingAt(double target, double weight) {
    return new Ewma(weight, target, 0);
  }

  public Ewma next(double x) {
    return new Ewma(weight, weight * x + (1 - weight) * value, seen + 1);
  }

  /** How far from the target the average may lie now, where values scatter by so much. */
  public double margin(double sigma, double deviations) {
    return longRunMargin(sigma, deviations) * Math.sqrt(1 - StrictMath.pow(1 - weight, 2.0 * seen));
  }

  /** The margin towards which {@link #margin} grows. */
  public double longRunMargin(double sigma, double deviations) {
    return deviations * sigma * Math.sqrt(weight / (2 - weight));
  }
}
