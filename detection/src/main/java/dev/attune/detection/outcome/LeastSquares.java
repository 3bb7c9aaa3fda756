package dev.attune.detection.outcome;

import java.util.Optional;

/** Ordinary least squares for a handful of predictors, by the normal equations. */
final class LeastSquares {

  /** Below this share of its own size a pivot is nothing but rounding. */
  private static final double NOTHING = 1e-12;

  private final int predictors;
  private final double[][] products;
  private final double[] sizes;

  LeastSquares(int predictors) {
    this.predictors = predictors;
    this.products = new double[predictors][predictors + 1];
    this.sizes = new double[predictors];
  }

  /** Takes one observation. */
  void add(double y, double... x) {
    for (int i = 0; i < predictors; i++) {
      for (int j = 0; j < predictors; j++) {
        products[i][j] += x[i] * x[j];
      }
      products[i][predictors] += x[i] * y;
      sizes[i] += x[i] * x[i];
    }
  }

  /** The coefficients; none where the observations do not tell the predictors apart. */
  Optional<double[]> solve() {
    double[][] rows = new double[predictors][];
    for (int i = 0; i < predictors; i++) {
      rows[i] = products[i].clone();
    }
    // The matrix is positive definite, so its diagonal serves as pivots without any exchange.
    for (int i = 0; i < predictors; i++) {
      if (!(rows[i][i] > NOTHING * sizes[i])) {
        return Optional.empty();
      }
      for (int k = i + 1; k < predictors; k++) {
        double factor = rows[k][i] / rows[i][i];
        for (int j = i; j <= predictors; j++) {
          rows[k][j] -= factor * rows[i][j];
        }
      }
    }
    double[] solution = new double[predictors];
    for (int i = predictors - 1; i >= 0; i--) {
      double rest = rows[i][predictors];
      for (int j = i + 1; j < predictors; j++) {
        rest -= rows[i][j] * solution[j];
      }
      solution[i] = rest / rows[i][i];
    }
    return Optional.of(solution);
  }
}
