package dev.attune.detection;

/**
 * Where a number comes from.
 *
 * @param source the publication, manual or simulation, in words
 * @param placeholder it stands in until the clinic's own data give a better one
 */
public record Provenance(Grade grade, String source, boolean placeholder) {

  /** How well a number is founded. */
  public enum Grade {
    /** Read in a published source. */
    PUBLISHED,
    /** Knowledge of experts, not read in the source. */
    EXPERT,
    /** Computed by simulation. */
    SIMULATED,
    /** Reasoned, neither published nor simulated. */
    REASONED
  }

  public Provenance {
    if (grade == null) {
      throw new IllegalArgumentException("provenance needs a grade");
    }
    Checks.requireText("source", source);
  }
}
