package dev.attune.detection.simulation;

import java.util.List;

/**
 * A population to simulate. Whatever is not named here is the same in all of them.
 *
 * @param id e.g. {@code S3}
 * @param about what is particular about it, in a few words
 * @param mean the clients' mean level at the first session, in points
 * @param between standard deviation of the clients' levels, in points
 * @param unequalNoise clients differ much in how far their sessions scatter
 * @param autocorrelation of the scatter from session to session, 0 to 1
 * @param hazard the chance of a strain in each session from the second on
 * @param unrepaired the share of strains that last to the end
 * @param missing the share of sessions after the first that are not rated
 * @param outliers the share of bad days that are no strain
 * @param alwaysForty the share of clients who give the highest score each time
 */
public record Scenario(
    String id,
    String about,
    double mean,
    double between,
    boolean unequalNoise,
    double autocorrelation,
    double hazard,
    double unrepaired,
    double missing,
    double outliers,
    double alwaysForty) {

  public static final Scenario S0 =
      new Scenario("S0", "base", 36.0, 2.75, false, 0, 0.06, 0, 0, 0, 0);
  public static final Scenario S1 =
      new Scenario("S1", "clients scatter unequally", 36.0, 2.75, true, 0, 0.06, 0, 0, 0, 0);
  public static final Scenario S2 =
      new Scenario("S2", "sessions hang together", 36.0, 2.75, false, 0.3, 0.06, 0, 0, 0, 0);
  public static final Scenario S3 =
      new Scenario("S3", "many at the ceiling", 38.0, 2.75, false, 0, 0.06, 0, 0, 0, 0);
  public static final Scenario S4 =
      new Scenario("S4", "low scorers", 33.0, 4.0, false, 0, 0.06, 0, 0, 0, 0);
  public static final Scenario S5 =
      new Scenario("S5", "a fifth not rated", 36.0, 2.75, false, 0, 0.06, 0, 0.2, 0, 0);
  public static final Scenario S6 =
      new Scenario("S6", "three in ten never repaired", 36.0, 2.75, false, 0, 0.06, 0.3, 0, 0, 0);
  public static final Scenario S7 =
      new Scenario("S7", "bad days", 36.0, 2.75, false, 0, 0.06, 0, 0, 0.05, 0);
  public static final Scenario S8 =
      new Scenario("S8", "always the highest score", 36.0, 2.75, false, 0, 0.06, 0, 0, 0, 0.15);

  /** No strain exists: whatever is raised here is a false alarm. */
  public static final Scenario NULL =
      new Scenario("null", "no strain at all", 36.0, 2.75, false, 0, 0, 0, 0, 0, 0);

  /** The scenarios with strains, S0 to S8. */
  public static List<Scenario> withStrains() {
    return List.of(S0, S1, S2, S3, S4, S5, S6, S7, S8);
  }

  /** The same population at another level. */
  public Scenario withLevel(double otherMean, double otherBetween) {
    return new Scenario(
        id,
        about,
        otherMean,
        otherBetween,
        unequalNoise,
        autocorrelation,
        hazard,
        unrepaired,
        missing,
        outliers,
        alwaysForty);
  }
}
