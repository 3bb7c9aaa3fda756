package dev.attune.alert.domain;

import dev.attune.detection.Observed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A point with a total, held against what was expected of this person.
 *
 * @param number its session's number among the attended ones, from 1
 * @param earlier how many rated sessions the expectation rests on
 * @param previous the total of the rated session before
 * @param ceiling the highest score of the instrument
 * @param isLast no later session is rated yet
 */
record Rated(
    Point point,
    BigDecimal total,
    int number,
    int earlier,
    @Nullable BigDecimal previous,
    Observed observed,
    double ceiling,
    boolean isLast) {

  /** What was expected, as far as the instrument can show it. */
  double expected() {
    return Math.min(observed.predicted(), ceiling);
  }

  double score() {
    return total.doubleValue();
  }
}
