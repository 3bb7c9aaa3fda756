package dev.attune.detection.primitives;

/**
 * How far two scores of one person must lie apart to be more than error of measurement (after
 * Jacobson and Truax).
 *
 * @param errorOfMeasurement standard error of one score
 * @param errorOfDifference standard error of the difference of two scores
 * @param criterion the difference from which a change is reliable
 */
public record ReliableChange(
    double errorOfMeasurement, double errorOfDifference, double criterion) {

  /** The usual 95 %, rounded as the publications round it. */
  private static final double DEVIATIONS = 1.96;

  /**
   * The reliable change at 95 %.
   *
   * @param standardDeviation of which scores must be told beside the number
   * @param reliability 0 to 1; which one must be told too
   */
  public static ReliableChange of(double standardDeviation, double reliability) {
    return of(standardDeviation, reliability, DEVIATIONS);
  }

  /** The reliable change at another level, e.g. 1.645 deviations for 90 %. */
  public static ReliableChange of(double standardDeviation, double reliability, double deviations) {
    if (!(standardDeviation > 0)) {
      throw new IllegalArgumentException(
          "a standard deviation must be above 0, was " + standardDeviation);
    }
    if (!(reliability >= 0 && reliability <= 1)) {
      throw new IllegalArgumentException("a reliability lies in 0 to 1, was " + reliability);
    }
    double ofMeasurement = standardDeviation * Math.sqrt(1 - reliability);
    double ofDifference = Math.sqrt(2) * ofMeasurement;
    return new ReliableChange(ofMeasurement, ofDifference, deviations * ofDifference);
  }
}
