package dev.attune.instruments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Where a score stands among the same person's earlier ones. */
public final class WithinPerson {

  private static final int DECIMALS = 2;

  private WithinPerson() {}

  /**
   * The distance from the mean of the earlier scores in their standard deviations, or in the floor
   * where they hardly differ; at most 2 decimals, empty without any.
   */
  public static Optional<BigDecimal> z(
      BigDecimal score, List<BigDecimal> earlier, BigDecimal sdFloor) {
    if (sdFloor.signum() <= 0) {
      throw new IllegalArgumentException("the floor lies above 0");
    }
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal mean =
        sum(earlier).divide(BigDecimal.valueOf(earlier.size()), MathContext.DECIMAL64);
    BigDecimal spread = sd(earlier, mean).max(sdFloor);
    return Optional.of(
        score.subtract(mean).divide(spread, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  private static BigDecimal sd(List<BigDecimal> values, BigDecimal mean) {
    if (values.size() < 2) {
      return BigDecimal.ZERO;
    }
    List<BigDecimal> squares = values.stream().map(v -> v.subtract(mean).pow(2)).toList();
    return sum(squares)
        .divide(BigDecimal.valueOf(values.size() - 1L), MathContext.DECIMAL64)
        .sqrt(MathContext.DECIMAL64);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
