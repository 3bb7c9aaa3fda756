package dev.attune.instruments.agreement;

/** How much better the mean of several raters is than one of them. */
public final class SpearmanBrown {

  private SpearmanBrown() {}

  /** The reliability of the mean of {@code raters} of whom each has the given one. */
  public static double ofMean(double single, int raters) {
    if (raters < 1) {
      throw new IllegalArgumentException("there is at least one rater");
    }
    return raters * single / (1 + (raters - 1) * single);
  }

  /** The fewest raters whose mean reaches a reliability. */
  public static int ratersFor(double single, double target) {
    if (!(single > 0 && single < 1 && target > 0 && target < 1)) {
      throw new IllegalArgumentException("a reliability that can be reached lies between 0 and 1");
    }
    double raters = target * (1 - single) / (single * (1 - target));
    return Math.max(1, (int) Math.ceil(raters - ROUNDING));
  }

  private static final double ROUNDING = 1e-9;
}
