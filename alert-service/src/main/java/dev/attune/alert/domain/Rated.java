package dev.attune.alert.domain;

import dev.attune.detection.Observed;
import dev.attune.detection.OwnMean;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A point with a total, held against what was expected of this person.
 *
 * @param number its session's number among the attended ones, from 1
 * @param first the total of the first session, where that one was rated
 * @param previous the total of the rated session before
 * @param numberBefore the number of the rated session before, 0 at the first one
 * @param observed what was expected, where norms are known
 * @param own the person's earlier ratings
 * @param decline since when deviations are cumulated
 * @param ceiling the highest score of the instrument; infinite where it is not known
 * @param isLast no later session is rated yet
 */
record Rated(
    Point point,
    BigDecimal total,
    int number,
    @Nullable BigDecimal first,
    @Nullable BigDecimal previous,
    int numberBefore,
    @Nullable Observed observed,
    OwnMean own,
    Decline decline,
    double ceiling,
    boolean isLast) {

  /** How many rated sessions the expectation rests on. */
  int earlier() {
    return own.ratings();
  }

  double score() {
    return total.doubleValue();
  }

  /** The mean of the person's earlier ratings, in points; there must be one. */
  double ownMean() {
    return own.sum() / own.ratings();
  }

  /** A score as far as the instrument can show it. */
  double shown(double latent) {
    return Math.min(latent, ceiling);
  }
}
