package dev.attune.instruments.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The six intraclass correlations of Shrout and Fleiss (1979, Psychological Bulletin 86, 420-428),
 * with the confidence intervals of McGraw and Wong (1996, Psychological Methods 1, 30-46).
 */
public final class IntraclassCorrelation {

  private final int targets;
  private final int judges;
  private final double betweenTargets;
  private final double betweenJudges;
  private final double withinTargets;
  private final double residual;

  private IntraclassCorrelation(double[][] ratings) {
    targets = ratings.length;
    judges = ratings[0].length;
    double[] ofTargets = new double[targets];
    double[] ofJudges = new double[judges];
    for (int i = 0; i < targets; i++) {
      ofTargets[i] = Ratings.mean(ratings[i]);
      for (int j = 0; j < judges; j++) {
        ofJudges[j] += ratings[i][j] / targets;
      }
    }
    double grand = Ratings.mean(ofTargets);
    double within = 0;
    double left = 0;
    for (int i = 0; i < targets; i++) {
      for (int j = 0; j < judges; j++) {
        within += square(ratings[i][j] - ofTargets[i]);
        left += square(ratings[i][j] - ofTargets[i] - ofJudges[j] + grand);
      }
    }
    betweenTargets = judges * spread(ofTargets, grand) / (targets - 1);
    betweenJudges = targets * spread(ofJudges, grand) / (judges - 1);
    withinTargets = within / (targets * (judges - 1.0));
    residual = left / ((targets - 1.0) * (judges - 1.0));
  }

  /**
   * Of ratings without a gap.
   *
   * @param ratings a row for each target (a session, a segment), a column for each judge
   */
  public static IntraclassCorrelation of(double[][] ratings) {
    return new IntraclassCorrelation(Ratings.whole(ratings, 2));
  }

  /** Which of the six. */
  public enum Form {
    /** ICC(1,1): each target has judges of its own; one rating. */
    ONE_WAY_SINGLE,
    /** ICC(2,1): judges are a sample of those who may rate; absolute agreement of one rating. */
    RANDOM_SINGLE,
    /** ICC(3,1): these judges and no others; consistency of one rating. */
    FIXED_SINGLE,
    /** ICC(1,k): the mean of the judges, in place of one. */
    ONE_WAY_MEAN,
    /** ICC(2,k): the mean of the judges, in place of one. */
    RANDOM_MEAN,
    /** ICC(3,k): the mean of the judges, in place of one. */
    FIXED_MEAN
  }

  /** BMS, the mean square between targets. */
  public double betweenTargets() {
    return betweenTargets;
  }

  /** JMS, the mean square between judges. */
  public double betweenJudges() {
    return betweenJudges;
  }

  /** WMS, the mean square within targets. */
  public double withinTargets() {
    return withinTargets;
  }

  /** EMS, the mean square of what is left. */
  public double residual() {
    return residual;
  }

  /** The correlation; empty where the ratings do not vary, so that there is nothing to agree on. */
  public OptionalDouble value(Form form) {
    double value =
        switch (form) {
          case ONE_WAY_SINGLE -> single(withinTargets, 0);
          case RANDOM_SINGLE -> randomSingle();
          case FIXED_SINGLE -> single(residual, 0);
          case ONE_WAY_MEAN -> (betweenTargets - withinTargets) / betweenTargets;
          case RANDOM_MEAN ->
              (betweenTargets - residual) / (betweenTargets + (betweenJudges - residual) / targets);
          case FIXED_MEAN -> (betweenTargets - residual) / betweenTargets;
        };
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /**
   * Its confidence interval; empty where there is no value.
   *
   * @param confidence two-sided, e.g. 0.95
   */
  public Optional<Interval> interval(Form form, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, was " + confidence);
    }
    if (value(form).isEmpty()) {
      return Optional.empty();
    }
    double tail = (1 - confidence) / 2;
    return Optional.of(
        switch (form) {
          case ONE_WAY_SINGLE -> ofRatio(withinTargets, targets * (judges - 1.0), tail);
          case FIXED_SINGLE -> ofRatio(residual, (targets - 1.0) * (judges - 1.0), tail);
          case RANDOM_SINGLE -> ofRandom(tail);
          case ONE_WAY_MEAN -> ofMean(ofRatio(withinTargets, targets * (judges - 1.0), tail));
          case FIXED_MEAN -> ofMean(ofRatio(residual, (targets - 1.0) * (judges - 1.0), tail));
          case RANDOM_MEAN -> ofMean(ofRandom(tail));
        });
  }

  private double single(double error, double judgesApart) {
    return (betweenTargets - error) / (betweenTargets + (judges - 1) * error + judgesApart);
  }

  private double randomSingle() {
    return single(residual, judges * (betweenJudges - residual) / targets);
  }

  /** By the ratio of the mean squares, which is distributed as F. */
  private Interval ofRatio(double error, double errorFreedom, double tail) {
    if (error == 0) {
      return new Interval(1, 1);
    }
    double f = betweenTargets / error;
    double lower = f / quantile(targets - 1.0, errorFreedom, tail);
    double upper = f * quantile(errorFreedom, targets - 1.0, tail);
    return new Interval((lower - 1) / (lower + judges - 1), (upper - 1) / (upper + judges - 1));
  }

  /** With degrees of freedom after Satterthwaite, as the judges are a sample as well. */
  private Interval ofRandom(double tail) {
    double value = randomSingle();
    if (value == 1) {
      return new Interval(1, 1);
    }
    double a = judges * value / (targets * (1 - value));
    double b = 1 + judges * value * (targets - 1) / (targets * (1 - value));
    double ofJudges = a * betweenJudges;
    double ofResidual = b * residual;
    double freedom =
        square(ofJudges + ofResidual)
            / (square(ofJudges) / (judges - 1)
                + square(ofResidual) / ((targets - 1.0) * (judges - 1.0)));
    double error = judges * betweenJudges + (judges * targets - judges - targets) * residual;
    double low = quantile(targets - 1.0, freedom, tail);
    double high = quantile(freedom, targets - 1.0, tail);
    return new Interval(
        targets * (betweenTargets - low * residual) / (low * error + targets * betweenTargets),
        targets * (high * betweenTargets - residual) / (error + targets * high * betweenTargets));
  }

  private Interval ofMean(Interval single) {
    return new Interval(
        SpearmanBrown.ofMean(single.lower(), judges), SpearmanBrown.ofMean(single.upper(), judges));
  }

  private static double quantile(double freedom, double errorFreedom, double tail) {
    return FDistribution.of(freedom, errorFreedom).inverseSurvivalProbability(tail);
  }

  private static double spread(double[] means, double grand) {
    double sum = 0;
    for (double mean : means) {
      sum += square(mean - grand);
    }
    return sum;
  }

  private static double square(double value) {
    return value * value;
  }
}
