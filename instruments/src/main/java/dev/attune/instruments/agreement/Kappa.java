package dev.attune.instruments.agreement;

import java.util.Arrays;
import java.util.Optional;

/**
 * Agreement on categories beyond chance.
 *
 * @param observed the agreement seen, 0 to 1
 * @param expected the agreement by chance, 0 to 1
 * @param value 1 for perfect agreement, 0 for as much as chance gives
 */
public record Kappa(double observed, double expected, double value) {

  /** How much a disagreement counts. */
  public enum Weights {
    /** Every one the same, for categories without an order: Cohen (1960). */
    NONE,
    /** By its distance. */
    LINEAR,
    /** By the square of its distance, for ratings such as 1 to 5: Cohen (1968). */
    QUADRATIC;

    double agreement(int one, int other, int categories) {
      double distance = Math.abs(one - other) / (categories - 1.0);
      return switch (this) {
        case NONE -> one == other ? 1 : 0;
        case LINEAR -> 1 - distance;
        case QUADRATIC -> 1 - distance * distance;
      };
    }
  }

  /**
   * Of two raters; empty where both use one category only, so that chance explains everything.
   *
   * @param table how often the one chose the row and the other the column; categories in order
   */
  public static Optional<Kappa> ofTwo(int[][] table, Weights weights) {
    int categories = table.length;
    if (categories < 2 || Arrays.stream(table).anyMatch(row -> row.length != categories)) {
      throw new IllegalArgumentException("the table has as many rows as columns, at least two");
    }
    double[] rows = new double[categories];
    double[] columns = new double[categories];
    double total = 0;
    for (int i = 0; i < categories; i++) {
      for (int j = 0; j < categories; j++) {
        rows[i] += count(table[i][j]);
        columns[j] += table[i][j];
        total += table[i][j];
      }
    }
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < categories; i++) {
      for (int j = 0; j < categories; j++) {
        double weight = weights.agreement(i, j, categories);
        observed += weight * table[i][j] / total;
        expected += weight * rows[i] / total * columns[j] / total;
      }
    }
    return beyondChance(observed, expected);
  }

  /**
   * Of any number of raters, the same for each subject: Fleiss (1971).
   *
   * @param counts a row for each subject, with how many raters chose each category
   */
  public static Optional<Kappa> ofMany(int[][] counts) {
    int raters = counts.length == 0 ? 0 : Arrays.stream(counts[0]).sum();
    if (raters < 2) {
      throw new IllegalArgumentException("there are subjects, and at least two raters of each");
    }
    double[] shares = new double[counts[0].length];
    double observed = 0;
    for (int[] subject : counts) {
      if (subject.length != shares.length || Arrays.stream(subject).sum() != raters) {
        throw new IllegalArgumentException("every subject has the same categories and raters");
      }
      double pairs = 0;
      for (int category = 0; category < shares.length; category++) {
        double count = count(subject[category]);
        shares[category] += count / (counts.length * (double) raters);
        pairs += count * (count - 1);
      }
      observed += pairs / (raters * (raters - 1.0)) / counts.length;
    }
    return beyondChance(observed, Arrays.stream(shares).map(share -> share * share).sum());
  }

  private static Optional<Kappa> beyondChance(double observed, double expected) {
    double value = (observed - expected) / (1 - expected);
    return Double.isFinite(value)
        ? Optional.of(new Kappa(observed, expected, value))
        : Optional.empty();
  }

  private static int count(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count is not negative");
    }
    return count;
  }
}
