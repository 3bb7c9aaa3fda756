package dev.attune.instruments.agreement;

import java.util.OptionalDouble;

/**
 * How a trainee's ratings of some segments compare with the criterion's.
 *
 * @param segments how many
 * @param icc ICC(2,1) of the two; empty where nothing varies
 * @param exact the share of segments rated the same
 * @param withinOne the share rated at most one step apart
 * @param bias by how much the trainee rates higher on average
 */
public record CriterionTest(
    int segments, OptionalDouble icc, double exact, double withinOne, double bias) {

  /** Of ratings of the same segments in the same order. */
  public static CriterionTest of(double[] criterion, double[] trainee) {
    if (criterion.length != trainee.length || criterion.length < 2) {
      throw new IllegalArgumentException("both rate the same segments, two or more");
    }
    double[][] both = new double[criterion.length][];
    int same = 0;
    int near = 0;
    double sum = 0;
    for (int i = 0; i < criterion.length; i++) {
      both[i] = new double[] {criterion[i], trainee[i]};
      double apart = trainee[i] - criterion[i];
      same += apart == 0 ? 1 : 0;
      near += Math.abs(apart) <= 1 ? 1 : 0;
      sum += apart;
    }
    double count = criterion.length;
    return new CriterionTest(
        criterion.length,
        IntraclassCorrelation.of(both).value(IntraclassCorrelation.Form.RANDOM_SINGLE),
        same / count,
        near / count,
        sum / count);
  }

  /**
   * What a rater has to reach. A convention of this project; each clinic may set its own.
   *
   * @param minSegments the fewest segments that are judged
   * @param minIcc the lowest ICC(2,1)
   * @param maxBias how far the mean may lie from the criterion's, in steps of the scale
   * @param minKappa the lowest kappa on the presence of marks, where marks are coded
   */
  public record Gate(int minSegments, double minIcc, double maxBias, double minKappa) {

    /** To begin with. */
    public static final Gate CERTIFICATION = new Gate(10, 0.70, 0.5, 0.60);

    /** To go on, when drift is checked. */
    public static final Gate DRIFT = new Gate(10, 0.60, 0.5, 0.60);

    /**
     * Whether the trainee may code.
     *
     * @param kappa on the presence of marks; empty where the instrument has none
     */
    public boolean passes(CriterionTest test, OptionalDouble kappa) {
      return test.segments() >= minSegments
          && test.icc().isPresent()
          && test.icc().getAsDouble() >= minIcc
          && Math.abs(test.bias()) <= maxBias
          && (kappa.isEmpty() || kappa.getAsDouble() >= minKappa);
    }
  }
}
