package dev.attune.detection.published;

import java.util.List;

/**
 * Scores stay at the top while nothing moves in the outcome: a client may be withdrawing politely.
 * A note, never an alert.
 *
 * @param high scores from here on are at the top, in points
 * @param running over so many sessions in a row
 * @param reliableChange the outcome has moved where it differs by this much, in its points
 */
public record WithdrawalNote(double high, int running, double reliableChange) {

  /** For the SRS, beside an outcome with such a reliable change. */
  public static WithdrawalNote ofSrs(double reliableChange) {
    return new WithdrawalNote(39.5, 3, reliableChange);
  }

  /**
   * Whether the note is due at the last session.
   *
   * @param alliance scores by session
   * @param outcome scores of the same sessions; which direction is good does not matter
   */
  public boolean isDue(List<Double> alliance, List<Double> outcome) {
    if (alliance.size() != outcome.size()) {
      throw new IllegalArgumentException(
          "as many outcomes as alliances, were " + outcome.size() + " and " + alliance.size());
    }
    int from = alliance.size() - running;
    if (from < 0) {
      return false;
    }
    List<Double> outcomes = outcome.subList(from, outcome.size());
    double highest = outcomes.stream().mapToDouble(x -> x).max().orElseThrow();
    double lowest = outcomes.stream().mapToDouble(x -> x).min().orElseThrow();
    return alliance.subList(from, alliance.size()).stream().allMatch(score -> score >= high)
        && highest - lowest < reliableChange;
  }
}
