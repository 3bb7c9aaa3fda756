package dev.attune.detection.dyad;

import dev.attune.detection.Rule.Weight;
import java.util.List;
import java.util.Optional;

/**
 * A difference between two ratings of one session that is more than the usual one. That two people
 * rate differently is normal; only an unusual difference is news, and a prompt to talk.
 */
public sealed interface Discrepancy {

  /** The other rates higher than the client by an unusual measure. */
  record OtherMorePositive(Weight weight) implements Discrepancy {}

  /** The other rates lower than the client by an unusual measure: the client is content. */
  record OtherLessPositive() implements Discrepancy {}

  /**
   * A perspective's own norm, in points.
   *
   * @param mean of its ratings
   * @param deviation their standard deviation
   */
  record Norm(double mean, double deviation) {
    public Norm {
      if (!(deviation > 0)) {
        throw new IllegalArgumentException("a deviation must be above 0, was " + deviation);
      }
    }

    double z(double score) {
      return (score - mean) / deviation;
    }
  }

  /** Correlation of adult clients' and therapists' ratings (Tryon and others 2007). */
  double ADULT_CORRELATION = 0.36;

  /** One-sided quantiles of the standard normal distribution for 5 % and 1 %. */
  double OF_5_PERCENT = 1.644854;

  double OF_1_PERCENT = 2.326348;

  /** Without norms the client's rating is expected to lie 10 % of the range above. */
  double MORE_POSITIVE_PERCENT = 20;

  double LESS_POSITIVE_PERCENT = 40;

  /**
   * Judges a pair with norms of both perspectives.
   *
   * @param correlation of such pairs, 0 to 1
   */
  static Optional<Discrepancy> of(
      double client, Norm ofClients, double other, Norm ofOthers, double correlation) {
    double difference = ofOthers.z(other) - ofClients.z(client);
    double deviation = Math.sqrt(2 * (1 - correlation));
    if (difference >= OF_1_PERCENT * deviation) {
      return Optional.of(new OtherMorePositive(Weight.RED));
    }
    if (difference >= OF_5_PERCENT * deviation) {
      return Optional.of(new OtherMorePositive(Weight.AMBER));
    }
    return difference <= -OF_5_PERCENT * deviation
        ? Optional.of(new OtherLessPositive())
        : Optional.empty();
  }

  /** Judges a pair without norms, both ratings as percent of their range. */
  static Optional<Discrepancy> ofPercent(double client, double other) {
    if (other - client >= MORE_POSITIVE_PERCENT) {
      return Optional.of(new OtherMorePositive(Weight.AMBER));
    }
    return client - other >= LESS_POSITIVE_PERCENT
        ? Optional.of(new OtherLessPositive())
        : Optional.empty();
  }

  /**
   * Whether it lasts: the same one found in two of the last three sessions that both have rated.
   *
   * @param found by session that both have rated
   */
  static boolean isPersistent(
      List<Optional<Discrepancy>> found, Class<? extends Discrepancy> kind) {
    List<Optional<Discrepancy>> last = found.subList(Math.max(0, found.size() - 3), found.size());
    return last.stream().flatMap(Optional::stream).filter(kind::isInstance).count() >= 2;
  }
}
