package dev.attune.instruments.agreement;

import java.util.Arrays;

/** Ratings of the same targets by the same judges: rows and columns without a gap. */
final class Ratings {

  private Ratings() {}

  /** A copy, so that nobody changes it later. */
  static double[][] whole(double[][] ratings, int minRows) {
    if (ratings.length < minRows || ratings[0].length < 2) {
      throw new IllegalArgumentException("agreement needs several targets and several judges");
    }
    int judges = ratings[0].length;
    for (double[] target : ratings) {
      if (target.length != judges || !Arrays.stream(target).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("every judge has to rate every target, with a number");
      }
    }
    return Arrays.stream(ratings).map(double[]::clone).toArray(double[][]::new);
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
