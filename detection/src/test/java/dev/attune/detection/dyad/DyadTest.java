package dev.attune.detection.dyad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.detection.Rule.Weight;
import dev.attune.detection.dyad.Discrepancy.Norm;
import dev.attune.detection.dyad.Discrepancy.OtherLessPositive;
import dev.attune.detection.dyad.Discrepancy.OtherMorePositive;
import dev.attune.detection.dyad.SplitAlliance.Pair;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DyadTest {

  private static final Norm CLIENTS = new Norm(5.6, 0.8);
  private static final Norm THERAPISTS = new Norm(5.2, 0.65);
  private static final DyadRules RULES = DyadRules.DEFAULT;

  @Test
  void d1_a_usual_difference_of_raw_scores_is_no_news() {
    assertThat(discrepancy(6.0, 5.3)).isEmpty();
  }

  @Test
  void d2_a_difference_just_within_the_usual_is_no_news() {
    assertThat(discrepancy(5.0, 5.9)).isEmpty();
  }

  @Test
  void d3_a_therapist_more_positive_than_usual_is_told() {
    assertThat(discrepancy(4.5, 5.9)).contains(new OtherMorePositive(Weight.AMBER));
  }

  @Test
  void a_therapist_far_more_positive_than_usual_alarms_and_one_far_less_so_is_noted() {
    assertThat(discrepancy(4.2, 5.9)).contains(new OtherMorePositive(Weight.RED));
    assertThat(discrepancy(6.4, 4.4)).contains(new OtherLessPositive());
  }

  @ParameterizedTest
  @CsvSource({
    "0.36, 1.86, 2.63",
    "0.32, 1.92, 2.71",
    "0.23, 2.04, 2.89",
    "0.43, 1.76, 2.48",
    "0.53, 1.60, 2.26"
  })
  void the_bounds_follow_how_closely_such_pairs_agree(double r, double amber, double red) {
    var unit = new Norm(0, 1);

    assertThat(Discrepancy.of(0, unit, amber - 0.01, unit, r)).isEmpty();
    assertThat(Discrepancy.of(0, unit, amber + 0.01, unit, r))
        .contains(new OtherMorePositive(Weight.AMBER));
    assertThat(Discrepancy.of(0, unit, red - 0.01, unit, r))
        .contains(new OtherMorePositive(Weight.AMBER));
    assertThat(Discrepancy.of(0, unit, red + 0.01, unit, r))
        .contains(new OtherMorePositive(Weight.RED));
  }

  @Test
  void d4_to_d7_without_norms_the_client_may_rate_much_higher_but_not_much_lower() {
    assertThat(Discrepancy.ofPercent(75, 94)).as("d4").isEmpty();
    assertThat(Discrepancy.ofPercent(70, 91))
        .as("d5")
        .contains(new OtherMorePositive(Weight.AMBER));
    assertThat(Discrepancy.ofPercent(95, 60)).as("d6").isEmpty();
    assertThat(Discrepancy.ofPercent(96, 55)).as("d7").contains(new OtherLessPositive());
  }

  @Test
  void two_of_the_last_three_make_a_discrepancy_persistent() {
    Optional<Discrepancy> more = Optional.of(new OtherMorePositive(Weight.AMBER));
    Optional<Discrepancy> less = Optional.of(new OtherLessPositive());
    Optional<Discrepancy> none = Optional.empty();

    assertThat(Discrepancy.isPersistent(List.of(more, none, more), OtherMorePositive.class))
        .isTrue();
    assertThat(Discrepancy.isPersistent(List.of(more, more, none, none), OtherMorePositive.class))
        .isFalse();
    assertThat(Discrepancy.isPersistent(List.of(more, less), OtherMorePositive.class)).isFalse();
  }

  @Property
  void what_is_kept_of_the_pairs_is_what_all_pairs_say(
      @ForAll @Size(min = 8, max = 30) List<@DoubleRange(min = 0, max = 40) Double> clients,
      @ForAll @Size(min = 30, max = 30) List<@DoubleRange(min = 0, max = 40) Double> therapists) {
    TruthAndBias kept = TruthAndBias.EMPTY;
    double sumClient = 0;
    double sumTherapist = 0;
    int n = clients.size();
    for (int i = 0; i < n; i++) {
      kept = kept.next(clients.get(i), therapists.get(i));
      sumClient += clients.get(i);
      sumTherapist += therapists.get(i);
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      products += (clients.get(i) - sumClient / n) * (therapists.get(i) - sumTherapist / n);
      squares += Math.pow(clients.get(i) - sumClient / n, 2);
    }

    assertThat(kept.bias()).isCloseTo((sumTherapist - sumClient) / n, within(1e-9));
    assertThat(kept.products()).isCloseTo(products, within(1e-6));
    assertThat(kept.clientSquares()).isCloseTo(squares, within(1e-6));
    kept.correlation().ifPresent(r -> assertThat(r).isBetween(-1.000001, 1.000001));
  }

  @Test
  void slope_and_correlation_are_those_of_a_straight_line() {
    TruthAndBias line = TruthAndBias.EMPTY;
    for (int i = 0; i < 8; i++) {
      line = line.next(30 + i, 20 + 0.5 * i);
    }

    assertThat(line.congruence().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(line.correlation().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(line.bias()).isCloseTo(-11.75, within(1e-12));
    assertThat(line.shrunkBias(-2)).isCloseTo((8 * -11.75 + 4 * -2) / 12, within(1e-12));
  }

  @Test
  void few_pairs_and_a_client_who_never_moves_have_no_correlation() {
    TruthAndBias dyad = TruthAndBias.EMPTY;
    for (int i = 0; i < 7; i++) {
      dyad = dyad.next(30 + i, 20 + i);
    }
    TruthAndBias still = TruthAndBias.EMPTY;
    for (int i = 0; i < 9; i++) {
      still = still.next(40, 20 + i);
    }

    assertThat(dyad.correlation()).isEmpty();
    assertThat(still.correlation()).isEmpty();
    assertThat(still.congruence()).isEmpty();
    assertThat(TruthAndBias.EMPTY.next(1, 2).clientDeviation()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "1.645, 0.49, true, false",
    "1.645, 0.5, false, false",
    "1.644, 0.49, false, false",
    "0.49, 1.645, false, true",
    "0.5, 1.645, false, false",
    "2, 2, false, false"
  })
  void who_alone_felt_a_strain_is_told(
      double zClient, double zTherapist, boolean missed, boolean felt) {
    assertThat(RULES.missedByTherapist(zClient, zTherapist)).isEqualTo(missed);
    assertThat(RULES.feltByTherapistAlone(zClient, zTherapist)).isEqualTo(felt);
  }

  @Test
  void a_standing_over_estimate_is_told_from_three_pairs_on_and_once_in_four_sessions() {
    TruthAndBias two = TruthAndBias.EMPTY.next(25, 40).next(25, 40);
    TruthAndBias three = two.next(25, 40);

    assertThat(RULES.standingOverEstimate(two, 0, 99)).isFalse();
    assertThat(RULES.standingOverEstimate(three, 0, 4)).isTrue();
    assertThat(RULES.standingOverEstimate(three, 0, 3)).isFalse();
    assertThat(RULES.standingOverEstimate(three, -8, 99)).as("15 drawn towards -8").isFalse();
  }

  @Test
  void a_therapist_who_does_not_follow_a_moving_client_is_decoupled() {
    TruthAndBias against = TruthAndBias.EMPTY;
    TruthAndBias calm = TruthAndBias.EMPTY;
    for (int i = 0; i < 8; i++) {
      against = against.next(30 + i, 40 - i);
      calm = calm.next(30 + 0.1 * i, 40 - i);
    }

    assertThat(RULES.isDecoupled(against)).isTrue();
    assertThat(RULES.isDecoupled(calm)).as("the client hardly moves").isFalse();
    assertThat(RULES.isDecoupled(TruthAndBias.EMPTY.next(30, 40).next(40, 30))).isFalse();
  }

  @Test
  void partners_are_split_by_16_percent_of_the_range() {
    SplitAlliance rule = SplitAlliance.DEFAULT;

    assertThat(rule.weight(List.of(new Pair(37.5 * 2.5, 31.0 * 2.5)))).contains(Weight.AMBER);
    assertThat(rule.weight(List.of(new Pair(37.0 * 2.5, 33.0 * 2.5)))).isEmpty();
    assertThat(rule.weight(List.of(new Pair(90, 70), new Pair(80, 80), new Pair(60, 80))))
        .contains(Weight.RED);
    assertThat(rule.weight(List.of())).isEmpty();
    assertThatThrownBy(() -> new Norm(5, 0)).hasMessageContaining("above 0");
  }

  private static Optional<Discrepancy> discrepancy(double client, double therapist) {
    return Discrepancy.of(client, CLIENTS, therapist, THERAPISTS, Discrepancy.ADULT_CORRELATION);
  }
}
