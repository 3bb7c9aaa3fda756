package dev.attune.alert.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Scores are compared in tenths of a point, the step in which people rate: 36.0 is not below 36.0,
 * and a prorated 35.96 is not either.
 */
final class Tenths {

  private Tenths() {}

  static boolean isBelow(BigDecimal score, BigDecimal limit) {
    return of(score).compareTo(limit) < 0;
  }

  static boolean fellBy(BigDecimal atLeast, BigDecimal from, BigDecimal to) {
    return of(from).subtract(of(to)).compareTo(atLeast) >= 0;
  }

  private static BigDecimal of(BigDecimal score) {
    return score.scale() <= 1 ? score : score.setScale(1, RoundingMode.HALF_UP);
  }
}
