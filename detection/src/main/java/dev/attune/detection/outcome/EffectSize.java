package dev.attune.detection.outcome;

import java.util.List;
import java.util.Optional;

/**
 * The effect of closed cases, adjusted for how the clients started: a client who starts low gains
 * more, whoever treats.
 *
 * @param intercept of the last score on the first one, in the norm data
 * @param slope of it
 * @param deviation standard deviation of the first scores in the norm data
 * @param ofNorm effect size in the norm data
 */
public record EffectSize(double intercept, double slope, double deviation, double ofNorm) {

  /** Beyond this a case ended reliably better, or as far below significantly worse. */
  public static final double REMARKABLE = 0.8;

  /** A therapist's effect is told from so many closed cases on. */
  public static final int LEAST_CASES = 20;

  private static final double OF_95_PERCENT = 1.96;

  /**
   * A closed case.
   *
   * @param first score
   * @param last score
   */
  public record Case(double first, double last) {}

  /**
   * A mean effect with its 95 % interval.
   *
   * @param cases that it rests on
   * @param mean adjusted effect size
   * @param margin half of the interval
   * @param beyondNorm what the mean lies above that of the norm data
   */
  public record Clinic(int cases, double mean, double margin, double beyondNorm) {}

  /**
   * How far effects vary.
   *
   * @param mean over all therapists
   * @param within variance of cases of one therapist
   * @param between variance of therapists' true effects, about a twentieth of the whole
   */
  public record Variation(double mean, double within, double between) {
    public Variation {
      if (!(within > 0 && between > 0)) {
        throw new IllegalArgumentException(
            "variances must be above 0, were " + within + " and " + between);
      }
    }
  }

  /**
   * What is expected of cases like those of the norm data.
   *
   * @return nothing where first scores do not differ or there are fewer than three cases
   */
  public static Optional<EffectSize> of(List<Case> norm) {
    if (norm.size() < 3) {
      return Optional.empty();
    }
    var line = new LeastSquares(2);
    norm.forEach(c -> line.add(c.last(), 1, c.first()));
    double deviation = deviation(norm.stream().mapToDouble(Case::first).toArray());
    return line.solve()
        .map(c -> new EffectSize(c[0], c[1], deviation, unadjusted(norm, deviation)));
  }

  /** The plain effect size: mean change over the standard deviation of the norm's first scores. */
  public static double unadjusted(List<Case> cases, double deviation) {
    return cases.stream().mapToDouble(c -> c.last() - c.first()).average().orElseThrow()
        / deviation;
  }

  /** The effect of one case. */
  public double adjusted(Case closed) {
    return (closed.last() - (intercept + slope * closed.first())) / deviation + ofNorm;
  }

  /** The effect of a clinic; at least two cases. */
  public Clinic clinic(List<Case> cases) {
    double[] effects = cases.stream().mapToDouble(this::adjusted).toArray();
    double mean = mean(effects);
    return new Clinic(
        effects.length,
        mean,
        OF_95_PERCENT * deviation(effects) / Math.sqrt(effects.length),
        mean - ofNorm);
  }

  /**
   * The effect of a therapist, drawn towards that of all the more the fewer cases there are. Never
   * to rank anybody by.
   *
   * @return nothing where there are too few cases to be told
   */
  public Optional<Double> therapist(List<Case> cases, Variation variation) {
    if (cases.size() < LEAST_CASES) {
      return Optional.empty();
    }
    double mean = mean(cases.stream().mapToDouble(this::adjusted).toArray());
    double own = cases.size() / variation.within();
    double common = 1 / variation.between();
    return Optional.of((own * mean + common * variation.mean()) / (own + common));
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
