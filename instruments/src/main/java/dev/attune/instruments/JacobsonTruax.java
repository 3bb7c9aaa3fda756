package dev.attune.instruments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The two formulas of Jacobson and Truax (1991, Journal of Consulting and Clinical Psychology 59,
 * 12-19) for change that matters.
 */
public final class JacobsonTruax {

  private static final int DECIMALS = 2;

  private JacobsonTruax() {}

  /** How sure a change has to be, two-sided. */
  public enum Confidence {
    NINETY("1.645"),
    NINETY_FIVE("1.96");

    private final BigDecimal z;

    Confidence(String z) {
      this.z = new BigDecimal(z);
    }
  }

  /**
   * The change that measurement error alone exceeds rarely: z * SD * sqrt(2 * (1 - r)).
   *
   * @param sd of the scores, in the population that is named with the result
   * @param reliability of the scores, of the kind that is named with the result
   * @return at most 2 decimals
   */
  public static BigDecimal reliableChange(
      BigDecimal sd, BigDecimal reliability, Confidence confidence) {
    BigDecimal error = BigDecimal.ONE.subtract(reliability).multiply(BigDecimal.TWO);
    return rounded(confidence.z.multiply(sd).multiply(error.sqrt(MathContext.DECIMAL64)));
  }

  /**
   * Cut-off c, the score as far from the one population as from the other, in standard deviations.
   *
   * @return at most 2 decimals
   */
  public static BigDecimal cutoff(
      BigDecimal meanOfWell, BigDecimal sdOfWell, BigDecimal meanOfIll, BigDecimal sdOfIll) {
    BigDecimal weighted = sdOfWell.multiply(meanOfIll).add(sdOfIll.multiply(meanOfWell));
    return rounded(weighted.divide(sdOfWell.add(sdOfIll), MathContext.DECIMAL64));
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
