package dev.attune.detection;

import java.math.BigDecimal;
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
 * @param wronglyClosed the share of unrepaired strains that are closed in simulation
 */
public record Repair(
    String family,
    double regained,
    int running,
    int within,
    double regainedAlone,
    BigDecimal realRecognised,
    BigDecimal wronglyClosed,
    Provenance provenance) {

  public Repair {
    Rule.requireText("family", family);
    Rule.requirePresent("provenance", provenance);
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

  private static void requireShare(String name, @Nullable BigDecimal value) {
    requireShare(name, value == null ? Double.NaN : value.doubleValue());
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie in 0 to 1, was " + value);
    }
  }
}
