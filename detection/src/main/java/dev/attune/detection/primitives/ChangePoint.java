package dev.attune.detection.primitives;

import java.util.Arrays;

/**
 * Bayesian online change-point detection after Adams and MacKay: how probable each length of the
 * present run is, for normal values of known variance around a level that is new after each change.
 *
 * <p>With a constant hazard the length 0 always has the hazard's probability and tells nothing: ask
 * for length 1 or for the most probable one. It answers "is there a new level?", not "was this one
 * session bad?". The cost grows with the number of values: meant for one person's series.
 */
public final class ChangePoint {

  private final double hazard;
  private final double variance;
  private final double priorMean;
  private final double priorVariance;
  private final double[] probability;
  private final double[] mean;
  private final double[] meanVariance;

  private ChangePoint(
      double hazard,
      double variance,
      double priorMean,
      double priorVariance,
      double[] probability,
      double[] mean,
      double[] meanVariance) {
    this.hazard = hazard;
    this.variance = variance;
    this.priorMean = priorMean;
    this.priorVariance = priorVariance;
    this.probability = probability;
    this.mean = mean;
    this.meanVariance = meanVariance;
  }

  /**
   * Before the first value.
   *
   * @param hazard the chance of a change at each value, between 0 and 1
   * @param variance of a value around its level
   * @param priorMean where a new level is expected
   * @param priorVariance how far new levels scatter around it
   */
  public static ChangePoint of(
      double hazard, double variance, double priorMean, double priorVariance) {
    if (!(hazard > 0 && hazard < 1)) {
      throw new IllegalArgumentException("a hazard lies between 0 and 1, was " + hazard);
    }
    return new ChangePoint(
        hazard,
        variance,
        priorMean,
        priorVariance,
        new double[] {1},
        new double[] {priorMean},
        new double[] {priorVariance});
  }

  public ChangePoint next(double x) {
    int runs = probability.length;
    double[] nextProbability = new double[runs + 1];
    double[] nextMean = new double[runs + 1];
    double[] nextMeanVariance = new double[runs + 1];
    nextMean[0] = priorMean;
    nextMeanVariance[0] = priorVariance;
    // Only the ratios count, so the most fitting run gets 1: no run of values vanishes to 0 / 0.
    double best = Double.NEGATIVE_INFINITY;
    double[] fit = new double[runs];
    for (int r = 0; r < runs; r++) {
      double spread = meanVariance[r] + variance;
      fit[r] = -0.5 * ((x - mean[r]) * (x - mean[r]) / spread + StrictMath.log(spread));
      best = probability[r] > 0 ? Math.max(best, fit[r] + StrictMath.log(probability[r])) : best;
    }
    for (int r = 0; r < runs; r++) {
      double joint =
          probability[r] > 0 ? StrictMath.exp(fit[r] + StrictMath.log(probability[r]) - best) : 0;
      nextProbability[0] += joint * hazard;
      nextProbability[r + 1] = joint * (1 - hazard);
      double precision = 1 / meanVariance[r] + 1 / variance;
      nextMean[r + 1] = (mean[r] / meanVariance[r] + x / variance) / precision;
      nextMeanVariance[r + 1] = 1 / precision;
    }
    double total = Arrays.stream(nextProbability).sum();
    for (int r = 0; r <= runs; r++) {
      nextProbability[r] /= total;
    }
    return new ChangePoint(
        hazard, variance, priorMean, priorVariance, nextProbability, nextMean, nextMeanVariance);
  }

  /** How probable it is that the present run has so many values. */
  public double probabilityOf(int runLength) {
    return runLength >= 0 && runLength < probability.length ? probability[runLength] : 0;
  }

  /** The most probable length of the present run. */
  public int mostProbableRun() {
    int best = 0;
    for (int r = 1; r < probability.length; r++) {
      best = probability[r] > probability[best] ? r : best;
    }
    return best;
  }

  /** The next value's expectation. */
  public double predicted() {
    double sum = 0;
    for (int r = 0; r < probability.length; r++) {
      sum += probability[r] * mean[r];
    }
    return sum;
  }

  /** The next value's variance around the level of each run, averaged over the runs. */
  public double predictedVariance() {
    double sum = 0;
    for (int r = 0; r < probability.length; r++) {
      sum += probability[r] * (meanVariance[r] + variance);
    }
    return sum;
  }
}
