package dev.attune.detection.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.detection.Course;
import dev.attune.detection.Rule.Weight;
import dev.attune.detection.outcome.OutcomeRules.Sign;
import dev.attune.detection.outcome.OutcomeScale.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  /** The fit of the specification's demonstration. */
  private static final ExpectedResponse DEMO = demo(200);

  private static ExpectedResponse demo(int cases) {
    return new ExpectedResponse(3.308, -0.1656, 4.887, -0.1089, 2.291, 2.032, cases);
  }

  @ParameterizedTest
  @CsvSource({
    "18, 25, RECOVERED",
    "18, 24.9, IMPROVED",
    "24.9, 29.9, RECOVERED",
    "25, 30, IMPROVED",
    "18, 22.9, UNCHANGED",
    "18, 13.1, UNCHANGED",
    "18, 13, DETERIORATED",
    "18.1, 23.1, IMPROVED",
  })
  void a_case_ends_by_reliable_change_and_cut_off(double first, double last, Ending ending) {
    assertThat(OutcomeScale.ORS.ending(first, last)).isEqualTo(ending);
  }

  @ParameterizedTest
  @CsvSource({"20, 10, RECOVERED", "20, 11, IMPROVED", "12, 18, DETERIORATED", "20, 15, UNCHANGED"})
  void where_low_is_good_it_is_the_other_way_round(double first, double last, Ending ending) {
    assertThat(new OutcomeScale(6, 11, true).ending(first, last)).isEqualTo(ending);
  }

  @Test
  void the_cut_off_lies_nearer_to_the_population_that_scatters_less() {
    assertThat(OutcomeScale.cutOff(18, 6, 30, 6)).isEqualTo(24);
    assertThat(OutcomeScale.cutOff(18, 8, 30, 4)).isCloseTo(26, within(1e-12));
    assertThatThrownBy(() -> new OutcomeScale(0, 25, false)).hasMessageContaining("above 0");
  }

  @ParameterizedTest
  @CsvSource({"2, 21.9", "4, 23.8", "8, 25.6", "12, 26.7"})
  void the_demonstration_expects_of_a_start_at_20(int session, double expected) {
    assertThat(DEMO.expected(session, 20)).isCloseTo(expected, within(0.05));
  }

  @Test
  void a_fit_finds_the_coefficients_that_the_courses_were_made_with() {
    ExpectedResponse fit = ExpectedResponse.fit(courses(4_000)).orElseThrow();

    assertThat(fit.closedCases()).isEqualTo(4_000);
    assertThat(fit.status()).isEqualTo(ExpectedResponse.Status.CALIBRATED);
    for (int session : new int[] {2, 4, 8, 12}) {
      for (double first : new double[] {12, 20, 28}) {
        assertThat(fit.expected(session, first))
            .isCloseTo(DEMO.expected(session, first), within(0.5));
      }
      assertThat(fit.deviation(session)).isCloseTo(DEMO.deviation(session), within(0.2));
    }
  }

  @Test
  void a_fit_without_scatter_is_exact() {
    List<Course> exact =
        IntStream.range(0, 50)
            .mapToObj(i -> course(10 + i % 20, 8, (s, first) -> s % 2 == 0 ? 1 : -1))
            .toList();

    ExpectedResponse fit = ExpectedResponse.fit(exact).orElseThrow();

    assertThat(fit.status()).isEqualTo(ExpectedResponse.Status.PROVISIONAL);
    assertThat(fit.a1()).isCloseTo(DEMO.a1(), within(1e-9));
    assertThat(fit.b1()).isCloseTo(DEMO.b1(), within(1e-9));
  }

  @Test
  void cases_that_tell_too_little_make_no_fit() {
    assertThat(ExpectedResponse.fit(List.of())).isEmpty();
    assertThat(ExpectedResponse.fit(List.of(Course.of(20), Course.of(18)))).isEmpty();
    assertThat(ExpectedResponse.fit(List.of(Course.of(20, 22, 23), Course.of(20, 21, 25))))
        .as("all started at the same score")
        .isEmpty();
    assertThat(
            ExpectedResponse.fit(
                List.of(new Course(List.of(new Course.Rating(2, 20), new Course.Rating(3, 24))))))
        .as("no first session")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, GREEN",
    "-0.0001, UNMARKED",
    "-1, UNMARKED",
    "-1.0001, YELLOW",
    "-1.2816, YELLOW",
    "-1.2817, RED"
  })
  void a_signal_follows_the_deviation(double z, Signal signal) {
    assertThat(Signal.of(z)).isEqualTo(signal);
  }

  @Test
  void reliably_better_beyond_the_cut_off_is_white_whatever_was_expected() {
    assertThat(Signal.of(DEMO, OutcomeScale.ORS, 4, 20, 25.1)).isEqualTo(Signal.WHITE);
    assertThat(Signal.of(DEMO, OutcomeScale.ORS, 4, 20, 25)).isEqualTo(Signal.GREEN);
    assertThat(Signal.of(DEMO, OutcomeScale.ORS, 4, 20, 10)).isEqualTo(Signal.RED);
  }

  @Test
  void a_loss_of_5_points_warns_and_twice_running_or_10_points_alarm() {
    assertThat(signs(Course.of(20, 15.1))).isEmpty();
    assertThat(signs(Course.of(20, 15))).containsExactly(new Sign("ORS-01", Weight.AMBER, false));
    assertThat(signs(Course.of(20, 10))).containsExactly(new Sign("ORS-01", Weight.RED, false));
    assertThat(signs(Course.of(20, 15, 14)))
        .contains(new Sign("ORS-01", Weight.RED, false), new Sign("ORS-03", Weight.INFO, false));
  }

  @Test
  void no_benefit_is_told_at_the_checkpoints_alone() {
    assertThat(noBenefit(18, 2)).isEmpty();
    assertThat(noBenefit(18, 3)).contains(Weight.INFO);
    assertThat(noBenefit(18, 4)).isEmpty();
    assertThat(noBenefit(18, 6)).contains(Weight.AMBER);
    assertThat(noBenefit(18, 9)).contains(Weight.RED);
    assertThat(noBenefit(18, 10)).isEmpty();
    assertThat(noBenefit(25, 6)).as("did not start in the range of clients").isEmpty();
  }

  @Test
  void a_checkpoint_that_was_not_rated_is_made_up_for_at_the_next_rating() {
    Course gap =
        new Course(
            List.of(new Course.Rating(1, 18), new Course.Rating(5, 18), new Course.Rating(7, 18)));

    assertThat(signs(gap)).containsExactly(new Sign("ORS-03", Weight.AMBER, false));
  }

  @Test
  void off_track_alarms_only_on_the_clinics_own_expectation() {
    Course low = Course.of(20, 19, 19.5, 17);

    assertThat(OutcomeRules.ORS.signs(low, Optional.of(demo(199))))
        .contains(new Sign("ORS-02", Weight.INFO, false));
    assertThat(OutcomeRules.ORS.signs(low, Optional.of(demo(200))))
        .contains(new Sign("ORS-02", Weight.RED, false));
    assertThat(signs(low)).extracting(Sign::rule).doesNotContain("ORS-02");
  }

  @Test
  void recovered_is_good_news_after_two_sessions_running() {
    assertThat(signs(Course.of(20, 25.1))).isEmpty();
    assertThat(signs(Course.of(20, 25.1, 26)))
        .containsExactly(new Sign("ORS-05", Weight.INFO, true));
    assertThat(signs(Course.of(24, 25.1, 26))).extracting(Sign::rule).doesNotContain("ORS-05");
  }

  @Test
  void effects_are_adjusted_for_how_low_clients_started() {
    var norm = new ArrayList<EffectSize.Case>();
    for (int i = 0; i < 40; i++) {
      double first = 10 + i % 20;
      norm.add(new EffectSize.Case(first, 15 + 0.6 * first + (i % 2 == 0 ? 2 : -2)));
    }
    EffectSize effect = EffectSize.of(norm).orElseThrow();

    EffectSize.Clinic same = effect.clinic(norm);
    EffectSize.Clinic better =
        effect.clinic(
            norm.stream().map(c -> new EffectSize.Case(c.first(), c.last() + 3)).toList());

    assertThat(same.mean()).isCloseTo(effect.ofNorm(), within(1e-9));
    assertThat(same.beyondNorm()).isCloseTo(0, within(1e-9));
    assertThat(better.beyondNorm()).isCloseTo(3 / effect.deviation(), within(1e-9));
    assertThat(better.margin()).isCloseTo(same.margin(), within(1e-9)).isPositive();
    assertThat(effect.adjusted(new EffectSize.Case(12, 20)))
        .as("the same last score is worth more from a lower start")
        .isGreaterThan(effect.adjusted(new EffectSize.Case(18, 20)));
  }

  @Test
  void a_therapists_effect_is_drawn_towards_the_mean_and_not_told_of_few_cases() {
    EffectSize effect = new EffectSize(0, 1, 5, 0.5);
    var variation = new EffectSize.Variation(0.5, 0.95, 0.05);
    var good = java.util.Collections.nCopies(20, new EffectSize.Case(15, 20));

    assertThat(effect.therapist(good.subList(0, 19), variation)).isEmpty();
    assertThat(effect.therapist(good, variation).orElseThrow())
        .isCloseTo((20 * 1.5 / 0.95 + 0.5 / 0.05) / (20 / 0.95 + 1 / 0.05), within(1e-12));
  }

  private static List<Sign> signs(Course course) {
    return OutcomeRules.ORS.signs(course, Optional.empty());
  }

  private static Optional<Weight> noBenefit(double first, int session) {
    double[] flat =
        IntStream.range(0, session).mapToDouble(i -> first + 0.1 * Math.min(i, 1)).toArray();
    return signs(Course.of(flat)).stream()
        .filter(sign -> sign.rule().equals("ORS-03"))
        .map(Sign::weight)
        .findFirst();
  }

  @FunctionalInterface
  private interface Chance {
    double at(int session, double first);
  }

  private static Course course(double first, int sessions, Chance chance) {
    List<Course.Rating> ratings = new ArrayList<>();
    ratings.add(new Course.Rating(1, first));
    for (int session = 2; session <= sessions; session++) {
      ratings.add(
          new Course.Rating(
              session,
              DEMO.expected(session, first) + chance.at(session, first) * DEMO.deviation(session)));
    }
    return new Course(ratings);
  }

  private static List<Course> courses(int count) {
    var random = new Random(7001);
    return IntStream.range(0, count)
        .mapToObj(_ ->
            course(
                18.5 + 6.5 * random.nextGaussian(),
                3 + random.nextInt(15),
                (session, first) -> random.nextGaussian()))
        .toList();
  }
}
