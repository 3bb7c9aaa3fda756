package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.instruments.Change.Verdict;
import dev.attune.instruments.JacobsonTruax.Confidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of a score is worth. */
class ChangeTest {

  @ParameterizedTest(name = "{0}: from {1} to {2} is {3}")
  @CsvSource({
    "ors, 18.6, 9.8, DETERIORATED",
    "ors, 18.6, 27.1, RECOVERED",
    "ors, 18.6, 24.6, IMPROVED",
    "ors, 18.6, 24.5, NOT_RELIABLE",
    "ors, 18.6, 12.6, DETERIORATED",
    "ors, 26, 34, IMPROVED",
    "core10, 17, 11, IMPROVED",
    "core10, 17, 10.9, RECOVERED",
    "core10, 11, 17, DETERIORATED",
    "phq9, 15, 9, RECOVERED",
    "phq9, 15, 10, NOT_RELIABLE",
    "gad7, 11, 7, RECOVERED",
    "wai36, 202, 180, DETERIORATED",
    "wai36, 202, 181, NOT_RELIABLE"
  })
  void change_is_judged_by_the_adopted_points_in_the_direction_of_the_instrument(
      String instrument, BigDecimal earlier, BigDecimal later, Verdict verdict) {
    Change change =
        Change.between(Definitions.shipped(instrument), Respondent.ADULT_CLIENT, earlier, later)
            .orElseThrow();

    assertThat(change.verdict()).isEqualTo(verdict);
    assertThat(change.points()).isEqualByComparingTo(later.subtract(earlier));
  }

  @Test
  void caregivers_change_crosses_the_caregivers_cut_off() {
    Instrument cors = Definitions.shipped("cors");
    var caregiver = new Respondent(Perspective.CAREGIVER, AgeBand.CHILD);
    var child = new Respondent(Perspective.CLIENT, AgeBand.CHILD);

    assertThat(verdict(cors, caregiver, "22", "30")).isEqualTo(Verdict.RECOVERED);
    assertThat(verdict(cors, child, "22", "30")).isEqualTo(Verdict.IMPROVED);
  }

  @Test
  void placeholder_judges_no_change() {
    for (String instrument : List.of("srs", "haq2", "tasc-r")) {
      assertThat(
              Change.between(
                  Definitions.shipped(instrument),
                  Respondent.ADULT_CLIENT,
                  BigDecimal.ZERO,
                  BigDecimal.TEN))
          .as(instrument)
          .isEmpty();
    }
  }

  @Test
  void therapists_are_not_judged_by_what_holds_for_clients() {
    var therapist = new Respondent(Perspective.THERAPIST, AgeBand.ADULT);

    assertThat(
            Change.between(Definitions.shipped("wai36"), therapist, BigDecimal.TEN, BigDecimal.TEN))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "6.8, .93, NINETY_FIVE, 4.99",
    "8.7, .93, NINETY_FIVE, 6.38",
    "5.5, .88, NINETY_FIVE, 5.28",
    "5.5, .64, NINETY_FIVE, 9.15",
    "29, .93, NINETY_FIVE, 21.27",
    "11, .90, NINETY_FIVE, 9.64",
    "7.7, .90, NINETY, 5.66",
    "7.7, .90, NINETY_FIVE, 6.75",
    "6.1, .89, NINETY_FIVE, 5.61",
    "4.5, .92, NINETY_FIVE, 3.53"
  })
  void reliable_change_follows_from_spread_and_reliability(
      BigDecimal sd, BigDecimal reliability, Confidence confidence, BigDecimal points) {
    assertThat(JacobsonTruax.reliableChange(sd, reliability, confidence))
        .isEqualByComparingTo(points);
  }

  @ParameterizedTest
  @CsvSource({
    "ors, ors-nonclin-us, ors-clin-us, 24.26",
    "core10, core10-pop, core10-pc, 10.46",
  })
  void cut_off_c_lies_between_the_norms(
      String instrument, String well, String ill, BigDecimal cutoff) {
    Norm of = norm(instrument, well);
    Norm in = norm(instrument, ill);

    assertThat(JacobsonTruax.cutoff(of.mean(), sd(of), in.mean(), sd(in)))
        .isEqualByComparingTo(cutoff);
  }

  @ParameterizedTest(name = "{0} {1}: {2} %")
  @CsvSource({
    "srs, CLIENT, 90, 56.3, generic-client@2008",
    "srs, CLIENT, 75, 46.9, generic-client@2008",
    "wai-sr, CLIENT, 77.1, 48.2, generic-client@2008",
    "haq2, CLIENT, 50.5, 31.6, generic-client@2008",
    "wai-s, THERAPIST, 66.7, 47.9, generic-therapist@2008"
  })
  void alliance_scale_without_a_norm_falls_back_to_how_such_scales_are_used(
      String instrument, Perspective rater, BigDecimal pomp, BigDecimal t, String norms) {
    var respondent = new Respondent(rater, AgeBand.ADULT);

    PompNorms.GenericT generic =
        PompNorms.shipped().t(Definitions.shipped(instrument), respondent, pomp).orElseThrow();

    assertThat(generic.value()).isEqualByComparingTo(t);
    assertThat(generic.norms()).isEqualTo(norms);
  }

  @Test
  void fallback_is_for_alliance_scales_and_known_perspectives_only() {
    PompNorms norms = PompNorms.shipped();

    assertThat(norms.t(Definitions.shipped("ors"), Respondent.ADULT_CLIENT, BigDecimal.TEN))
        .isEmpty();
    assertThat(
            norms.t(
                Definitions.shipped("wai36"),
                new Respondent(Perspective.OBSERVER, AgeBand.ADULT),
                BigDecimal.TEN))
        .isEmpty();
  }

  @Test
  void person_is_compared_with_their_own_earlier_scores_at_least_as_far_as_the_floor() {
    List<BigDecimal> earlier = decimals("36", "38", "40");

    assertThat(WithinPerson.z(decimal("34"), earlier, decimal("1")).orElseThrow())
        .isEqualByComparingTo("-2");
    assertThat(WithinPerson.z(decimal("34"), earlier, decimal("4")).orElseThrow())
        .isEqualByComparingTo("-1");
    assertThat(WithinPerson.z(decimal("34"), decimals("36"), decimal("4")).orElseThrow())
        .isEqualByComparingTo("-0.5");
    assertThat(WithinPerson.z(decimal("34"), List.of(), decimal("4"))).isEmpty();
  }

  @Test
  void declined_rating_names_its_definition_and_holds_no_number() {
    Scored declined = Scoring.declined(Definitions.shipped("srs"));

    assertThat(declined.state()).isEqualTo(Scored.State.DECLINED);
    assertThat(declined.definition()).isEqualTo("3.0");
    assertThat(declined.total()).isNull();
    assertThat(
            Scoring.ofTotals(Definitions.shipped("srs"), Map.of("total", BigDecimal.TEN)).state())
        .isEqualTo(Scored.State.COMPLETE);
  }

  private static Verdict verdict(Instrument of, Respondent by, String earlier, String later) {
    return Change.between(of, by, decimal(earlier), decimal(later)).orElseThrow().verdict();
  }

  private static Norm norm(String instrument, String id) {
    return Definitions.shipped(instrument).norms().stream()
        .filter(norm -> norm.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal sd(Norm norm) {
    return java.util.Objects.requireNonNull(norm.sd());
  }

  private static BigDecimal decimal(String number) {
    return new BigDecimal(number);
  }

  private static List<BigDecimal> decimals(String... numbers) {
    return java.util.Arrays.stream(numbers).map(BigDecimal::new).toList();
  }
}
