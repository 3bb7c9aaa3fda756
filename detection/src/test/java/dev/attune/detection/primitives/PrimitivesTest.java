package dev.attune.detection.primitives;

import static dev.attune.detection.primitives.SuddenShift.Answer.NOT_SUDDEN;
import static dev.attune.detection.primitives.SuddenShift.Answer.SUDDEN;
import static dev.attune.detection.primitives.SuddenShift.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each method gives the values of the publication or the package that it is known from. */
class PrimitivesTest {

  private static final Offset<Double> SIX_DECIMALS = within(0.5000001e-6);

  /** NIST/SEMATECH e-Handbook, section 6.3.2.2. */
  private static final List<Double> FLOW_RATES =
      List.of(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1);

  private static final List<Double> V_SHAPE = List.of(36.0, 37.0, 38.0, 37.0, 30.0, 36.0, 38.0);

  @ParameterizedTest
  @CsvSource({
    "6.396073, 0.931, 1.680111, 2.376036, 4.65703",
    "10.5, 0.961, 2.073584, 2.93249, 5.747681"
  })
  void reliable_change_is_that_of_the_package_suddengains(
      double sd, double reliability, double ofMeasurement, double ofDifference, double criterion) {
    ReliableChange change = ReliableChange.of(sd, reliability);

    assertThat(change.errorOfMeasurement()).isCloseTo(ofMeasurement, SIX_DECIMALS);
    assertThat(change.errorOfDifference()).isCloseTo(ofDifference, SIX_DECIMALS);
    assertThat(change.criterion()).isCloseTo(criterion, SIX_DECIMALS);
  }

  @Test
  void a_reliable_change_of_90_percent_is_smaller() {
    assertThat(ReliableChange.of(10.5, 0.961, 1.645).criterion())
        .isCloseTo(1.645 * 2.93249, within(1e-5));
    assertThatThrownBy(() -> ReliableChange.of(10.5, 1.2)).hasMessageContaining("0 to 1");
  }

  @Test
  void sudden_losses_are_those_of_the_package_suddengains() {
    SuddenShift shift = SuddenShift.of(7);

    assertThat(shift.rises(10, 11, 12, 30, 28, 33)).containsExactly(NOT_SUDDEN, SUDDEN, NOT_SUDDEN);
    assertThat(shift.rises(10, 11, 12, 10, 28, 33)).containsExactly(NOT_SUDDEN, NOT_SUDDEN, SUDDEN);
    assertThat(shift.rises(10, 11, 30, 30, 28, 33)).containsExactly(SUDDEN, NOT_SUDDEN, NOT_SUDDEN);
    assertThat(shift.rises(35, 37, 34, 23, 24, 21)).containsOnly(NOT_SUDDEN).hasSize(3);
  }

  @Test
  void sudden_gains_are_those_of_the_package_suddengains() {
    SuddenShift shift = SuddenShift.of(7);

    assertThat(shift.falls(28, 19, 23, 12, 13, Double.NaN))
        .containsExactly(NOT_SUDDEN, NOT_SUDDEN, UNKNOWN);
    assertThat(shift.falls(28, 19, 23, 11, 12, Double.NaN))
        .containsExactly(NOT_SUDDEN, SUDDEN, UNKNOWN);
  }

  @Test
  void the_chart_of_single_values_is_that_of_the_nist_handbook() {
    IndividualsChart chart = IndividualsChart.of(FLOW_RATES);

    assertThat(chart.mean()).isCloseTo(50.81, within(1e-9));
    assertThat(chart.movingRange()).isCloseTo(1.8777777777777784, within(1e-12));
    assertThat(chart.upper()).isCloseTo(55.80408983451537, within(1e-9));
    assertThat(chart.lower()).isCloseTo(45.81591016548463, within(1e-9));
    // The handbook gives 6.1349, with a factor of one more digit than it tells.
    assertThat(chart.movingRangeUpper()).isCloseTo(6.1349, within(3e-4));
  }

  @Test
  void the_moving_average_is_that_of_the_nist_handbook() {
    List<Double> values =
        new ArrayList<>(List.of(52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5));
    values.addAll(FLOW_RATES);
    List<Ewma> averages = states(values, Ewma.startingAt(50, 0.3), Ewma::next);

    assertThat(averages)
        .extracting(average -> Math.round(average.value() * 100) / 100.0)
        .containsExactly(
            50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36,
            49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99);
    assertThat(50 + averages.getFirst().longRunMargin(2.0539, 3))
        .isCloseTo(52.588431738126616, within(1e-9));
    assertThat(averages.getFirst().margin(2.0539, 3)).isCloseTo(3 * 2.0539 * 0.3, within(1e-9));
    assertThat(averages.getLast().margin(2.0539, 3))
        .isCloseTo(averages.getLast().longRunMargin(2.0539, 3), within(1e-3));
  }

  @Test
  void the_cumulated_sums_are_those_of_the_nist_handbook() {
    List<Cusum> sums =
        states(
            List.of(
                324.925, 324.675, 324.725, 324.350, 325.350, 325.225, 324.125, 324.525, 325.225,
                324.600, 324.625, 325.150, 328.325, 327.250, 327.825, 328.500, 326.675, 327.775,
                326.875, 328.350),
            Cusum.of(325, 0.3175),
            Cusum::next);

    assertThat(figures(sums, Cusum::above))
        .containsExactly(
            0, 0, 0, 0, 0.0325, 0, 0, 0, 0, 0, 0, 0, 3.0075, 4.94, 7.4475, 10.63, 11.9875, 14.445,
            16.0025, 19.035);
    assertThat(figures(sums, Cusum::below))
        .containsExactly(
            0, 0.0075, 0, 0.3325, 0, 0, 0.5575, 0.715, 0.1725, 0.255, 0.3125, 0, 0, 0, 0, 0, 0, 0,
            0, 0);
    assertThat(
            sums.indexOf(sums.stream().filter(s -> s.above() >= 4.1959).findFirst().orElseThrow()))
        .as("first signal at the 14th value")
        .isEqualTo(13);
  }

  @Test
  void mean_and_variance_come_out_as_if_all_values_had_been_kept() {
    Welford all = last(FLOW_RATES, Welford.EMPTY, Welford::next);

    assertThat(all.mean()).isCloseTo(50.81, within(1e-12));
    assertThat(all.variance()).isCloseTo(4.136555555555556, within(1e-9));
    assertThat(all.deviationBelow(50.81 - all.standardDeviation())).isCloseTo(1, within(1e-12));
    assertThat(Welford.EMPTY.next(3).variance()).isNaN();
  }

  @Test
  void a_drifting_level_gives_the_reference_deviations() {
    LocalLevel level = LocalLevel.of(36, 2.75, 2, 0.5);
    List<Double> deviations = new ArrayList<>();
    for (double x : V_SHAPE) {
      deviations.add(level.deviationBelow(x));
      level = level.next(x);
    }

    assertThat(deviations)
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) <= 0.6e-5 ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(0.0, -0.381629, -0.650443, -0.029442, 3.00036, -0.356784, -1.148312);
  }

  private static final List<Double> NEW_LEVEL =
      List.of(36.0, 37.0, 38.0, 37.0, 30.0, 36.0, 38.0, 31.0, 31.0, 30.0, 32.0, 31.0);

  @Test
  void change_points_are_those_of_the_reference() {
    ChangePoint start = ChangePoint.of(0.05, 5.0625, 36, 7.5625);
    List<ChangePoint> points = states(NEW_LEVEL, start, ChangePoint::next);

    assertThat(points)
        .allSatisfy(point -> assertThat(point.probabilityOf(0)).isCloseTo(0.05, within(1e-12)));
    assertThat(points.stream().map(p -> Math.round(p.probabilityOf(1) * 1e6) / 1e6))
        .containsExactly(
            0.95, 0.039243, 0.036831, 0.033396, 0.262142, 0.040919, 0.048162, 0.091909, 0.044108,
            0.02588, 0.020329, 0.015528);
    assertThat(points)
        .extracting(ChangePoint::mostProbableRun)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 4, 5);
    // The reference predicts each value from those before it, the last one too.
    ChangePoint beforeLast = points.get(points.size() - 2);
    assertThat(beforeLast.predicted()).isCloseTo(32.599207, SIX_DECIMALS);
    assertThat(beforeLast.predictedVariance()).isCloseTo(6.372649, SIX_DECIMALS);
  }

  @Test
  void a_value_that_no_run_can_explain_leaves_probabilities() {
    ChangePoint point = ChangePoint.of(0.05, 1e-6, 36, 1e-6).next(36).next(1e6);

    assertThat(point.probabilityOf(0) + point.probabilityOf(1) + point.probabilityOf(2))
        .isCloseTo(1, within(1e-12));
  }

  private static <S> List<S> states(List<Double> values, S start, BiFunction<S, Double, S> next) {
    List<S> states = new ArrayList<>();
    S state = start;
    for (double value : values) {
      state = next.apply(state, value);
      states.add(state);
    }
    return states;
  }

  private static <S> S last(List<Double> values, S start, BiFunction<S, Double, S> next) {
    return states(values, start, next).getLast();
  }

  private static double[] figures(List<Cusum> sums, Function<Cusum, Double> figure) {
    return Arrays.stream(sums.stream().mapToDouble(figure::apply).toArray())
        .map(value -> Math.round(value * 1e6) / 1e6)
        .toArray();
  }
}
