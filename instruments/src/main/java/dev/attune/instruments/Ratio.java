package dev.attune.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact fraction, so that a score is rounded once, at the end. */
record Ratio(BigDecimal top, BigDecimal bottom) {

  static Ratio of(BigDecimal value) {
    return new Ratio(value, BigDecimal.ONE);
  }

  Ratio plus(Ratio other) {
    if (bottom.compareTo(other.bottom) == 0) {
      return new Ratio(top.add(other.top), bottom);
    }
    return new Ratio(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  Ratio minus(BigDecimal value) {
    return new Ratio(top.subtract(value.multiply(bottom)), bottom);
  }

  Ratio times(BigDecimal factor) {
    return new Ratio(top.multiply(factor), bottom);
  }

  Ratio over(BigDecimal divisor) {
    return new Ratio(top, bottom.multiply(divisor));
  }

  /** The nearest value within the range; the bottom is always positive. */
  Ratio within(Range range) {
    if (top.compareTo(range.min().multiply(bottom)) < 0) {
      return of(range.min());
    }
    return top.compareTo(range.max().multiply(bottom)) > 0 ? of(range.max()) : this;
  }

  /** Rounded half up, without trailing zeros. */
  BigDecimal rounded(int decimals) {
    BigDecimal exact = top.divide(bottom, decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
