package dev.attune.detection;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a strain counts as repaired. What was lost is the expectation at the session that opened it,
 * capped at the ceiling, less the score of that session; both stay as they were then.
 *
 * @param family the rule family whose alerts it closes
 * @param regained the share of the loss that a session has to regain
 * @param running so many rated sessions running make a repair
 * @param within the rated sessions after the opening that are judged
 * @param regainedAlone one session with this share makes a probable repair while it is the last
 * @param realRecognised the share of true repairs that are recognised in simulation
 * @param baselineReset what becomes of the expectation after an unrepaired strain
 * @param wronglyClosed the share of unrepaired strains that are closed in simulation
 */
public record Repair(
    String family,
    double regained,
    int running,
    int within,
    double regainedAlone,
    BaselineReset baselineReset,
    BigDecimal realRecognised,
    BigDecimal wronglyClosed,
    Provenance provenance) {

  /** What becomes of the expectation after an unrepaired strain. */
  public enum BaselineReset {
    /** It goes on, and the therapist is told that it may be started anew. */
    OFFERED,
    /** It starts anew, as the level seems to have changed for good; the therapist is told so. */
    AUTOMATIC
  }

  public Repair {
    Checks.requirePresent("baselineReset", baselineReset);
    Checks.requireText("family", family);
    Checks.requirePresent("provenance", provenance);
    requireShare("regained", regained);
    requireShare("regainedAlone", regainedAlone);
    requireShare("realRecognised", realRecognised);
    requireShare("wronglyClosed", wronglyClosed);
    if (regainedAlone < regained) {
      throw new IllegalArgumentException("regainedAlone must not lie below regained");
    }
    if (running < 1 || within < running) {
      throw new IllegalArgumentException(
          "running must be 1 or more and within no less, were " + running + " and " + within);
    }
  }

  /** Where a strain stands. */
  public enum Standing {
    /** Too few sessions are judged, and the last one has not regained its share. */
    OPEN,
    /** The last session has regained its share, which is not enough yet. */
    RECOVERING,
    /** Enough sessions running have regained their share. */
    REPAIRED,
    /** One session has regained much, and none is rated after it. */
    PROBABLY_REPAIRED,
    /** All sessions that are judged have passed without a repair. */
    UNREPAIRED
  }

  /**
   * Judges a strain.
   *
   * @param expected what was expected at the session that opened it, capped at the ceiling
   * @param low the score of that session
   * @param later the scores of the rated sessions after it so far; what follows the verdict is not
   *     looked at
   */
  public Standing judge(double expected, double low, List<Double> later) {
    double enough = low + regained * (expected - low);
    int judged = Math.min(within, later.size());
    int inARow = 0;
    for (double score : later.subList(0, judged)) {
      inARow = score >= enough ? inARow + 1 : 0;
      if (inARow >= running) {
        return Standing.REPAIRED;
      }
    }
    if (judged == later.size()
        && judged > 0
        && later.getLast() >= low + regainedAlone * (expected - low)) {
      return Standing.PROBABLY_REPAIRED;
    }
    if (judged >= within) {
      return Standing.UNREPAIRED;
    }
    return inARow > 0 ? Standing.RECOVERING : Standing.OPEN;
  }

  private static void requireShare(String name, @Nullable BigDecimal value) {
    requireShare(name, value == null ? Double.NaN : value.doubleValue());
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie in 0 to 1, was " + value);
    }
  }
}
