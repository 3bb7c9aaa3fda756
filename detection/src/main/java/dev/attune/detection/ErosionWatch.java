package dev.attune.detection;

/**
 * SRS-02: an alliance that wears off slowly, which no single session shows. Told where the
 * cumulated deviation has grown enough, which then starts anew.
 *
 * @param enough in deviations
 */
public record ErosionWatch(double enough) {

  /** Tells 96 % of slow erosions, and falsely 8 of 100 clients in 20 sessions, in simulation. */
  public static final ErosionWatch DEFAULT = new ErosionWatch(4.0);

  public ErosionWatch {
    if (!(enough > 0 && Double.isFinite(enough))) {
      throw new IllegalArgumentException("enough must be a number above 0, was " + enough);
    }
  }

  /** Whether this session is the one at which it is told. */
  public boolean isTold(Observed observed) {
    return observed.cusum() >= enough;
  }

  /** The expectation to go on with after this session. */
  public Expectation after(Observed observed) {
    return isTold(observed) ? observed.next().withoutCusum() : observed.next();
  }
}
