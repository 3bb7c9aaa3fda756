package dev.attune.detection.outcome;

/**
 * How change is read on an outcome measure.
 *
 * @param reliableChange the change from which it is more than error of measurement, in points
 * @param cutOff the score between the range of clients and that of others
 * @param lowIsGood for measures of symptoms
 */
public record OutcomeScale(double reliableChange, double cutOff, boolean lowIsGood) {

  /** A total of 0 to 40 of adults, as the rules warn on it. */
  public static final OutcomeScale ORS = new OutcomeScale(5, 25, false);

  /** How a case ended. */
  public enum Ending {
    /** Reliably better, and across the cut-off. */
    RECOVERED,
    IMPROVED,
    UNCHANGED,
    DETERIORATED
  }

  public OutcomeScale {
    if (!(reliableChange > 0 && Double.isFinite(reliableChange))) {
      throw new IllegalArgumentException(
          "a reliable change must be a number above 0, was " + reliableChange);
    }
    if (!Double.isFinite(cutOff)) {
      throw new IllegalArgumentException("a cut-off must be a finite number, was " + cutOff);
    }
  }

  /**
   * The cut-off between two populations that lies as many standard deviations from the one as from
   * the other (after Jacobson and Truax).
   */
  public static double cutOff(
      double mean, double deviation, double otherMean, double otherDeviation) {
    return (deviation * otherMean + otherDeviation * mean) / (deviation + otherDeviation);
  }

  /** What was gained from one score to another, in points; below 0 it was lost. */
  public double gain(double first, double last) {
    return lowIsGood ? first - last : last - first;
  }

  /** Whether a score lies in the range of clients. */
  public boolean isClinical(double score) {
    return lowIsGood ? score >= cutOff : score < cutOff;
  }

  /** Whether a score lies on the good side of the cut-off and not on it. */
  public boolean isBeyondCutOff(double score) {
    return lowIsGood ? score < cutOff : score > cutOff;
  }

  /**
   * How a case ended. Whoever started outside the range of clients cannot recover, and tends to
   * fall towards the mean without any deterioration: read such endings with care.
   */
  public Ending ending(double first, double last) {
    double gain = gain(first, last);
    if (Points.atLeast(gain, reliableChange)) {
      return isClinical(first) && !isClinical(last) ? Ending.RECOVERED : Ending.IMPROVED;
    }
    return Points.atLeast(-gain, reliableChange) ? Ending.DETERIORATED : Ending.UNCHANGED;
  }
}
