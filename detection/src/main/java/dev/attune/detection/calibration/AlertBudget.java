package dev.attune.detection.calibration;

import java.util.List;

/**
 * How much may be said: thresholds that keep the clinic's alerts at a share of its sessions,
 * whatever its norms are worth.
 *
 * @param share of the sessions that may be AMBER or more, between 0 and 1
 * @param least the lowest threshold of AMBER that may come out
 * @param most the highest
 * @param redAbove how far the threshold of RED lies above
 */
public record AlertBudget(double share, double least, double most, double redAbove) {

  public static final AlertBudget DEFAULT = new AlertBudget(0.08, 1.3, 2.3, 0.85);

  /** The thresholds where nothing is known of the clinic yet. */
  public static final Thresholds UNTUNED = new Thresholds(1.645, 2.5);

  /** Deviations of the last sessions that are looked at. */
  public static final int LOOKED_AT = 2_000;

  /** Fewer of them tell too little of how often a strong one comes. */
  public static final int LEAST = 200;

  /**
   * From which deviation on a session is told.
   *
   * @param amber in deviations
   * @param red in deviations
   */
  public record Thresholds(double amber, double red) {}

  public AlertBudget {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must lie between 0 and 1, was " + share);
    }
    if (!(least > 0 && most >= least && redAbove > 0)) {
      throw new IllegalArgumentException(
          "0 < least <= most and 0 < redAbove, were %s, %s and %s"
              .formatted(least, most, redAbove));
    }
  }

  /**
   * The thresholds that the clinic's last sessions ask for.
   *
   * @param deviations of the clinic's sessions below what was expected, the latest last
   */
  public Thresholds thresholds(List<Double> deviations) {
    if (deviations.size() < LEAST) {
      return UNTUNED;
    }
    int from = Math.max(0, deviations.size() - LOOKED_AT);
    double[] sorted =
        deviations.subList(from, deviations.size()).stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    double place = (1 - share) * (sorted.length - 1);
    int below = (int) place;
    double quantile =
        sorted[below]
            + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    double amber = Math.clamp(quantile, least, most);
    return new Thresholds(amber, amber + redAbove);
  }
}
