package dev.attune.detection.outcome;

/**
 * Comparison of points: scores are written in tenths or hundredths, what differs by less is equal.
 */
final class Points {

  private static final double EQUAL = 1e-9;

  private Points() {}

  static boolean atLeast(double value, double bound) {
    return value >= bound - EQUAL;
  }
}
