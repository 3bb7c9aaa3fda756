package dev.attune.instruments.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.attune.instruments.agreement.CriterionTest.Gate;
import dev.attune.instruments.agreement.IntraclassCorrelation.Form;
import dev.attune.instruments.agreement.Kappa.Weights;
import dev.attune.instruments.agreement.KrippendorffAlpha.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Published examples of agreement, and what is left when nothing varies. */
class AgreementTest {

  private static final Offset<Double> PRINTED_2 = within(0.005);
  private static final Offset<Double> PRINTED_3 = within(0.0005);
  private static final Offset<Double> PRINTED_4 = within(0.00005);

  /** Shrout & Fleiss (1979), table 2. */
  private static final IntraclassCorrelation SHROUT_FLEISS =
      IntraclassCorrelation.of(
          new double[][] {
            {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
          });

  @Test
  void mean_squares_of_shrout_and_fleiss() {
    assertThat(SHROUT_FLEISS.betweenTargets()).isCloseTo(11.24, PRINTED_2);
    assertThat(SHROUT_FLEISS.betweenJudges()).isCloseTo(32.49, PRINTED_2);
    assertThat(SHROUT_FLEISS.residual()).isCloseTo(1.02, PRINTED_2);
    assertThat(SHROUT_FLEISS.withinTargets()).isCloseTo(6.26, PRINTED_2);
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_WAY_SINGLE, .1657",
    "RANDOM_SINGLE, .2898",
    "FIXED_SINGLE, .7148",
    "ONE_WAY_MEAN, .4428",
    "RANDOM_MEAN, .6201",
    "FIXED_MEAN, .9093"
  })
  void intraclass_correlations_of_shrout_and_fleiss(Form form, double value) {
    assertThat(SHROUT_FLEISS.value(form).orElseThrow()).isCloseTo(value, PRINTED_4);
  }

  /** As the manual of the R package psych prints them for the same data. */
  @ParameterizedTest
  @CsvSource({
    "ONE_WAY_SINGLE, -.133, .723",
    "RANDOM_SINGLE, .019, .761",
    "FIXED_SINGLE, .342, .946",
    "ONE_WAY_MEAN, -.884, .912",
    "RANDOM_MEAN, .071, .927",
    "FIXED_MEAN, .676, .986"
  })
  void intervals_of_shrout_and_fleiss(Form form, double lower, double upper) {
    Interval interval = SHROUT_FLEISS.interval(form, 0.95).orElseThrow();

    assertThat(interval.lower()).isCloseTo(lower, PRINTED_3);
    assertThat(interval.upper()).isCloseTo(upper, PRINTED_3);
  }

  @Test
  void members_of_a_group_are_more_alike_than_members_of_others() {
    IntraclassCorrelation groups =
        IntraclassCorrelation.of(
            new double[][] {
              {38.0, 36.5, 35.0, 28.5}, {39.1, 38.0, 37.5, 38.8}, {30.0, 33.5, 31.0, 29.5}
            });

    assertThat(groups.betweenTargets()).isCloseTo(54.06, PRINTED_2);
    assertThat(groups.withinTargets()).isCloseTo(7.07, PRINTED_2);
    assertThat(groups.value(Form.ONE_WAY_SINGLE).orElseThrow()).isCloseTo(.62, PRINTED_2);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void judges_who_agree_fully_correlate_fully(Form form) {
    IntraclassCorrelation full =
        IntraclassCorrelation.of(new double[][] {{1, 1, 1}, {3, 3, 3}, {5, 5, 5}});

    assertThat(full.value(form)).hasValue(1);
    assertThat(full.interval(form, 0.95)).hasValue(new Interval(1, 1));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void ratings_that_do_not_vary_tell_nothing(Form form) {
    IntraclassCorrelation flat = IntraclassCorrelation.of(new double[][] {{3, 3}, {3, 3}, {3, 3}});

    assertThat(flat.value(form)).isEmpty();
    assertThat(flat.interval(form, 0.95)).isEmpty();
  }

  @Test
  void judges_who_differ_by_a_constant_are_consistent_but_do_not_agree() {
    IntraclassCorrelation shifted =
        IntraclassCorrelation.of(new double[][] {{1, 3}, {2, 4}, {3, 5}, {4, 6}});

    assertThat(shifted.value(Form.FIXED_SINGLE).orElseThrow()).isCloseTo(1, PRINTED_4);
    assertThat(shifted.value(Form.RANDOM_SINGLE).orElseThrow()).isLessThan(.5);
    assertThat(shifted.interval(Form.RANDOM_SINGLE, 0.95).orElseThrow().upper()).isLessThan(1);
  }

  @Test
  void gaps_in_the_ratings_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1, 2}, {1}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1, 2}, {1, Double.NaN}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1}, {2}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHROUT_FLEISS.interval(Form.FIXED_MEAN, 1));
  }

  @Test
  void cohens_kappa_of_the_textbook() {
    Kappa kappa = Kappa.ofTwo(new int[][] {{20, 5}, {10, 15}}, Weights.NONE).orElseThrow();

    assertThat(kappa.observed()).isCloseTo(.70, PRINTED_4);
    assertThat(kappa.expected()).isCloseTo(.50, PRINTED_4);
    assertThat(kappa.value()).isCloseTo(.40, PRINTED_4);
  }

  @ParameterizedTest
  @CsvSource({"NONE, .618", "QUADRATIC, .782"})
  void kappa_of_ordered_categories_counts_how_far_apart_raters_are(Weights weights, double value) {
    int[][] table = {{10, 2, 0}, {3, 12, 3}, {0, 2, 8}};

    assertThat(Kappa.ofTwo(table, weights).orElseThrow().value()).isCloseTo(value, PRINTED_3);
  }

  @Test
  void linear_weights_lie_between_none_and_quadratic_ones() {
    int[][] table = {{10, 2, 0}, {3, 12, 3}, {0, 2, 8}};

    assertThat(Kappa.ofTwo(table, Weights.LINEAR).orElseThrow().value()).isBetween(.618, .782);
  }

  @Test
  void fleiss_kappa_of_the_textbook() {
    Kappa kappa =
        Kappa.ofMany(
                new int[][] {
                  {0, 0, 0, 0, 14},
                  {0, 2, 6, 4, 2},
                  {0, 0, 3, 5, 6},
                  {0, 3, 9, 2, 0},
                  {2, 2, 8, 1, 1},
                  {7, 7, 0, 0, 0},
                  {3, 2, 6, 3, 0},
                  {2, 5, 3, 2, 2},
                  {6, 5, 2, 1, 0},
                  {0, 2, 2, 3, 7}
                })
            .orElseThrow();

    assertThat(kappa.observed()).isCloseTo(.378, PRINTED_3);
    assertThat(kappa.expected()).isCloseTo(.213, PRINTED_3);
    assertThat(kappa.value()).isCloseTo(.210, PRINTED_3);
  }

  @Test
  void where_only_one_category_is_used_chance_explains_everything() {
    assertThat(Kappa.ofTwo(new int[][] {{7, 0}, {0, 0}}, Weights.NONE)).isEmpty();
    assertThat(Kappa.ofMany(new int[][] {{3, 0}, {3, 0}})).isEmpty();
    assertThat(Kappa.ofTwo(new int[2][2], Weights.NONE)).isEmpty();
  }

  @Test
  void counts_that_do_not_fit_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kappa.ofTwo(new int[][] {{1, 2}}, Weights.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kappa.ofTwo(new int[][] {{1, -2}, {1, 2}}, Weights.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kappa.ofMany(new int[][] {{2, 1}, {2, 2}}));
    assertThatIllegalArgumentException().isThrownBy(() -> Kappa.ofMany(new int[][] {{1, 0}}));
  }

  @ParameterizedTest
  @CsvSource({"NOMINAL, .6914", "INTERVAL, .8108"})
  void krippendorffs_alpha_of_three_coders_with_gaps(Metric metric, double alpha) {
    List<List<@Nullable Double>> coders =
        List.of(
            coder("* * * * * 3 4 1 2 1 1 3 3 * 3"),
            coder("1 * 2 1 3 3 4 3 * * * * * * *"),
            coder("* * 2 1 3 4 4 * 2 1 1 3 3 * 4"));

    assertThat(KrippendorffAlpha.of(coders, metric).orElseThrow()).isCloseTo(alpha, PRINTED_4);
  }

  /** Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C. */
  @ParameterizedTest
  @CsvSource({"NOMINAL, .743", "ORDINAL, .815", "INTERVAL, .849"})
  void krippendorffs_alpha_of_four_observers_with_gaps(Metric metric, double alpha) {
    List<List<@Nullable Double>> observers =
        List.of(
            coder("1 2 3 3 2 1 4 1 2 * * *"),
            coder("1 2 3 3 2 2 4 1 2 5 * 3"),
            coder("* 3 3 3 2 3 4 2 2 5 1 *"),
            coder("1 2 3 3 2 4 4 1 2 5 1 *"));

    assertThat(KrippendorffAlpha.of(observers, metric).orElseThrow()).isCloseTo(alpha, PRINTED_3);
  }

  @Test
  void alpha_needs_values_that_vary_and_units_with_two_of_them() {
    assertThat(KrippendorffAlpha.of(List.of(coder("1 1 1"), coder("1 1 1")), Metric.NOMINAL))
        .isEmpty();
    assertThat(KrippendorffAlpha.of(List.of(coder("1 *"), coder("* 2")), Metric.NOMINAL)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KrippendorffAlpha.of(List.of(coder("1 2"), coder("1")), Metric.NOMINAL));
  }

  @Test
  void trainee_who_agrees_with_the_criterion_is_certified() {
    CriterionTest test =
        CriterionTest.of(
            new double[] {3, 2, 4, 5, 1, 3, 4, 2, 3, 5},
            new double[] {3, 3, 4, 4, 1, 3, 5, 2, 3, 4});

    assertThat(test.icc().orElseThrow()).isCloseTo(.866, PRINTED_3);
    assertThat(test.exact()).isCloseTo(.60, PRINTED_4);
    assertThat(test.withinOne()).isCloseTo(1, PRINTED_4);
    assertThat(test.bias()).isCloseTo(0, PRINTED_4);
    assertThat(Gate.CERTIFICATION.passes(test, OptionalDouble.empty())).isTrue();
    assertThat(Gate.CERTIFICATION.passes(test, OptionalDouble.of(.60))).isTrue();
    assertThat(Gate.CERTIFICATION.passes(test, OptionalDouble.of(.59))).isFalse();
  }

  @Test
  void too_few_segments_too_much_bias_or_too_little_agreement_certify_nobody() {
    assertThat(passes(new CriterionTest(9, OptionalDouble.of(.9), 1, 1, 0))).isFalse();
    assertThat(passes(new CriterionTest(10, OptionalDouble.of(.9), 1, 1, .51))).isFalse();
    assertThat(passes(new CriterionTest(10, OptionalDouble.of(.9), 1, 1, -.51))).isFalse();
    assertThat(passes(new CriterionTest(10, OptionalDouble.of(.69), 1, 1, 0))).isFalse();
    assertThat(passes(new CriterionTest(10, OptionalDouble.empty(), 1, 1, 0))).isFalse();
    assertThat(passes(new CriterionTest(10, OptionalDouble.of(.70), 1, 1, .5))).isTrue();
  }

  @Test
  void drift_takes_the_certificate_below_60() {
    var drifted = new CriterionTest(10, OptionalDouble.of(.59), 1, 1, 0);
    var holding = new CriterionTest(10, OptionalDouble.of(.60), 1, 1, 0);

    assertThat(Gate.DRIFT.passes(drifted, OptionalDouble.empty())).isFalse();
    assertThat(Gate.DRIFT.passes(holding, OptionalDouble.empty())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({".45, 2, .62", ".45, 3, .71", ".54, 2, .70", ".60, 2, .75"})
  void mean_of_raters_is_more_reliable_than_one(double single, int raters, double mean) {
    assertThat(SpearmanBrown.ofMean(single, raters)).isCloseTo(mean, PRINTED_2);
  }

  @ParameterizedTest
  @CsvSource({".45, .70, 3", ".54, .70, 2", ".60, .75, 2", ".80, .70, 1"})
  void as_many_raters_as_it_takes(double single, double target, int raters) {
    assertThat(SpearmanBrown.ratersFor(single, target)).isEqualTo(raters);
  }

  private static boolean passes(CriterionTest test) {
    return Gate.CERTIFICATION.passes(test, OptionalDouble.empty());
  }

  private static List<@Nullable Double> coder(String values) {
    List<@Nullable Double> coded = new ArrayList<>();
    for (String value : values.split(" ", -1)) {
      coded.add(value.equals("*") ? null : Double.valueOf(value));
    }
    return coded;
  }
}
