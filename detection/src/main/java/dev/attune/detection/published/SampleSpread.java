package dev.attune.detection.published;

import dev.attune.detection.primitives.Welford;
import java.util.List;

/**
 * How far the scores of a sample scatter, in points.
 *
 * @param total over all scores
 * @param within each client's own scatter, on average
 * @param differences over the differences from one session to the next
 */
public record SampleSpread(double total, double within, double differences) {

  /** The scatter of a sample, one series per client; a series of one score has none of its own. */
  public static SampleSpread of(List<List<Double>> sample) {
    Welford total = Welford.EMPTY;
    Welford within = Welford.EMPTY;
    Welford differences = Welford.EMPTY;
    for (List<Double> series : sample) {
      for (int i = 0; i < series.size(); i++) {
        total = total.next(series.get(i));
        if (i > 0) {
          differences = differences.next(series.get(i) - series.get(i - 1));
        }
      }
      if (series.size() > 1) {
        within = within.next(own(series));
      }
    }
    return new SampleSpread(
        total.standardDeviation(), within.mean(), differences.standardDeviation());
  }

  /** The standard deviation of a kind, for a client with these scores. */
  double of(SdKind kind, List<Double> series) {
    return switch (kind) {
      case TOTAL -> total;
      case WITHIN -> within;
      case DIFF -> differences;
      case CLIENT -> own(series);
    };
  }

  static double own(List<Double> scores) {
    Welford own = Welford.EMPTY;
    for (double score : scores) {
      own = own.next(score);
    }
    return own.standardDeviation();
  }
}
