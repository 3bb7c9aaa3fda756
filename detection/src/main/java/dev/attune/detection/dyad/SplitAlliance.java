package dev.attune.detection.dyad;

import dev.attune.detection.Rule.Weight;
import java.util.List;
import java.util.Optional;

/**
 * Partners of a couple who see the alliance differently.
 *
 * @param apart so many percent of the range
 */
public record SplitAlliance(double apart) {

  /** One generic standard deviation. */
  public static final SplitAlliance DEFAULT = new SplitAlliance(16);

  /**
   * The two ratings of one session, as percent of the range.
   *
   * @param one of one partner
   * @param other of the other
   */
  public record Pair(double one, double other) {}

  /**
   * What the split weighs at the last session: RED where two of the last three are split.
   *
   * @param pairs by session that both have rated
   */
  public Optional<Weight> weight(List<Pair> pairs) {
    if (pairs.isEmpty() || !isSplit(pairs.getLast())) {
      return Optional.empty();
    }
    long split =
        pairs.subList(Math.max(0, pairs.size() - 3), pairs.size()).stream()
            .filter(this::isSplit)
            .count();
    return Optional.of(split >= 2 ? Weight.RED : Weight.AMBER);
  }

  private boolean isSplit(Pair pair) {
    return Math.abs(pair.one() - pair.other()) >= apart;
  }
}
