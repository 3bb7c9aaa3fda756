package dev.attune.detection.outcome;

/** Where a client stands against the expected response. */
public enum Signal {
  /** Reliably better and beyond the cut-off: it may be time to end. */
  WHITE,
  /** At or above what is expected. */
  GREEN,
  /** Below what is expected, within the band in which two thirds of the clients lie. */
  UNMARKED,
  /** Below that band. */
  YELLOW,
  /** Below the band in which four of five clients lie. */
  RED;

  private static final double YELLOW_BELOW = -1.0;
  private static final double RED_BELOW = -1.2816;

  /** The signal of a deviation from what is expected. */
  public static Signal of(double z) {
    if (z >= 0) {
      return GREEN;
    }
    if (z >= YELLOW_BELOW) {
      return UNMARKED;
    }
    return z >= RED_BELOW ? YELLOW : RED;
  }

  /** The signal of a score at a session. */
  public static Signal of(
      ExpectedResponse response, OutcomeScale scale, int session, double first, double score) {
    return scale.isBeyondCutOff(score)
            && Points.atLeast(scale.gain(first, score), scale.reliableChange())
        ? WHITE
        : of(
            scale.lowIsGood()
                ? -response.z(session, first, score)
                : response.z(session, first, score));
  }
}
