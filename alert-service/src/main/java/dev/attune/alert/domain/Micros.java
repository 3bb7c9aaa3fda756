package dev.attune.alert.domain;

import java.math.BigDecimal;

/** Computed numbers are told in millionths, so that the last bits of a double change nothing. */
final class Micros {

  private static final double IN_ONE = 1e6;
  private static final int DECIMALS = 6;

  private Micros() {}

  static long of(double number) {
    return Math.round(number * IN_ONE);
  }

  static BigDecimal decimal(long micros) {
    return BigDecimal.valueOf(micros, DECIMALS);
  }

  static BigDecimal decimal(double number) {
    return decimal(of(number));
  }
}
