package dev.attune.detection.dyad;

/**
 * The rules on client and therapist: DISC-0 the therapist felt it, DISC-1 a missed strain, DISC-2 a
 * standing over-estimate, DISC-3 decoupled. Reasoned, not simulated.
 *
 * @param strained from so many deviations below the own expectation on somebody felt a strain
 * @param unaware below so many somebody did not
 * @param overEstimate the therapist's ratings lie so many points above
 * @param everySessions a standing over-estimate is told once in so many sessions
 * @param decoupled both move together less than this
 * @param leastClientDeviation the client must move so much, in points
 */
public record DyadRules(
    double strained,
    double unaware,
    double overEstimate,
    int everySessions,
    double decoupled,
    double leastClientDeviation) {

  public static final DyadRules DEFAULT = new DyadRules(1.645, 0.5, 4, 4, 0.1, 1.5);

  private static final int LEAST_PAIRS = 3;

  /** DISC-0, a note: clients report fewer strains than therapists feel. */
  public boolean feltByTherapistAlone(double zClient, double zTherapist) {
    return zTherapist >= strained && zClient < unaware;
  }

  /** DISC-1: makes the client's alert weigh one more. */
  public boolean missedByTherapist(double zClient, double zTherapist) {
    return zClient >= strained && zTherapist < unaware;
  }

  /**
   * DISC-2.
   *
   * @param biasOfPopulation what therapists rate above their clients on the whole, in points
   * @param sessionsSinceTold since it was told last; any number from {@link #everySessions} on
   *     where it never was
   */
  public boolean standingOverEstimate(
      TruthAndBias dyad, double biasOfPopulation, int sessionsSinceTold) {
    return dyad.pairs() >= LEAST_PAIRS
        && sessionsSinceTold >= everySessions
        && dyad.shrunkBias(biasOfPopulation) >= overEstimate;
  }

  /** DISC-3, for supervision only. */
  public boolean isDecoupled(TruthAndBias dyad) {
    return dyad.clientDeviation() >= leastClientDeviation
        && dyad.correlation().map(r -> r < decoupled).orElse(false);
  }
}
