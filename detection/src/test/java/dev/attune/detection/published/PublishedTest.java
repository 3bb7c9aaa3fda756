package dev.attune.detection.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.detection.primitives.ReliableChange;
import dev.attune.detection.simulation.Scenario;
import dev.attune.detection.simulation.SimulatedSession;
import dev.attune.detection.simulation.SrsGen;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTest {

  /** The scatter between clients that the vectors r1 to r5 assume. */
  private static final SampleSpread CLINIC = new SampleSpread(5.5, 2.0, 2.8);

  private static final Criterion ONE_SD = Published.dropAfterGumz2012(1);
  private static final Criterion TWO_SD = Published.dropAfterGumz2012(2);
  private static final Criterion DECLINE = Published.declineAfterGumz2012();
  private static final Criterion CONTROL = Published.controlAfterLipner2022(1.0);

  @Test
  void r1_a_drop_of_more_than_one_sd_ruptures_and_the_next_session_repairs() {
    List<Double> series = List.of(36.0, 37.2, 36.5, 29.8, 35.9, 36.4);

    List<Rupture> ruptures = ONE_SD.find(series, CLINIC);

    assertThat(ruptures).hasSize(1);
    assertThat(ruptures.getFirst().session()).isEqualTo(4);
    assertThat(ruptures.getFirst().lost()).isCloseTo(6.7, within(1e-9));
    assertThat(ruptures.getFirst().repaired()).contains(5);
    assertThat(TWO_SD.find(series, CLINIC)).isEmpty();
  }

  @Test
  void r2_a_long_decline_is_told_as_soon_as_it_adds_up() {
    List<Double> series = List.of(37.5, 36.2, 34.9, 33.0, 31.4);

    assertThat(DECLINE.find(series, CLINIC)).extracting(Rupture::session).containsExactly(5);
    assertThat(DECLINE.find(series, CLINIC).getFirst().lost()).isCloseTo(6.1, within(1e-9));
    assertThat(ONE_SD.find(series, CLINIC)).isEmpty();
  }

  @Test
  void r3_a_calm_baseline_makes_a_smaller_drop_stand_out() {
    List<Double> series = List.of(36.0, 37.2, 36.5, 35.8, 36.9, 33.0);

    assertThat(CONTROL.find(series, CLINIC)).extracting(Rupture::session).containsExactly(6);
    assertThat(CONTROL.find(List.of(36.0, 37.2, 36.5, 35.8, 36.9, 33.9), CLINIC)).isEmpty();
    assertThat(ONE_SD.find(series, CLINIC)).isEmpty();
  }

  @Test
  void r4_the_highest_score_three_times_beside_an_unmoved_outcome_is_noted() {
    WithdrawalNote note = WithdrawalNote.ofSrs(6);

    assertThat(note.isDue(List.of(40.0, 40.0), List.of(21.0, 21.0))).isFalse();
    assertThat(note.isDue(List.of(40.0, 40.0, 40.0), List.of(21.0, 21.0, 22.0))).isTrue();
    assertThat(note.isDue(List.of(40.0, 40.0, 40.0, 40.0), List.of(21.0, 21.0, 22.0, 21.0)))
        .isTrue();
    assertThat(note.isDue(List.of(40.0, 40.0, 40.0), List.of(21.0, 18.0, 14.0))).isFalse();
    assertThat(note.isDue(List.of(40.0, 39.4, 40.0), List.of(21.0, 21.0, 22.0))).isFalse();
    assertThatThrownBy(() -> note.isDue(List.of(40.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void r5_a_drop_of_more_than_two_sd_is_both() {
    List<Double> series = List.of(38.0, 26.0);

    assertThat(ONE_SD.find(series, CLINIC)).extracting(Rupture::session).containsExactly(2);
    assertThat(TWO_SD.find(series, CLINIC)).extracting(Rupture::session).containsExactly(2);
  }

  @Test
  void a_client_who_scatters_more_than_the_clinic_needs_a_greater_drop() {
    List<Double> restless = List.of(20.0, 36.0, 20.0, 36.0, 20.0, 36.0, 28.0);

    assertThat(ONE_SD.find(restless, CLINIC))
        .extracting(Rupture::session)
        .doesNotContain(7)
        .contains(3, 5);
  }

  @Test
  void each_shape_of_return_is_told() {
    SampleSpread sample = new SampleSpread(3.3, 2.0, 2.8);
    List<Double> slowReturn = List.of(36.0, 36.0, 36.0, 31.0, 32.0, 33.0, 34.0, 35.0, 36.0);

    assertThat(only(Published.afterStevens2007(4, 1), slowReturn, sample).repaired()).contains(8);
    assertThat(only(Published.afterStiles2004(), slowReturn, sample).repaired()).isEmpty();
    assertThat(only(Published.afterStrauss2006(), slowReturn, sample).repaired()).contains(9);
    assertThat(only(Published.afterLarsson2016(), slowReturn, sample).repaired()).contains(9);
    assertThat(only(Published.afterGumz2012(1), slowReturn, sample).repaired()).contains(6);
    assertThat(
            only(Published.afterMcLaughlin2014(ReliableChange.of(3.56, 0.88)), slowReturn, sample)
                .repaired())
        .contains(9);
    assertThat(Published.afterChen2018().find(slowReturn, sample))
        .extracting(Rupture::session)
        .containsExactly(4, 5);
  }

  @Test
  void a_decline_over_several_sessions_is_one_rupture_after_gumz() {
    List<Double> series = List.of(37.0, 36.0, 35.0, 34.0, 33.0, 37.0);
    SampleSpread sample = new SampleSpread(3.3, 3.5, 2.8);

    Rupture rupture = only(Published.afterGumz2012(1), series, sample);

    assertThat(rupture.session()).isEqualTo(5);
    assertThat(rupture.lost()).isEqualTo(4);
    assertThat(rupture.repaired()).contains(6);
  }

  @Test
  void a_sudden_loss_that_lasts_is_told_in_looking_back() {
    Criterion criterion = Published.afterLutz2013(ReliableChange.of(3.56, 0.64));

    assertThat(criterion.find(List.of(38.0, 37.0, 38.0, 25.0, 26.0, 25.0, 33.0), CLINIC))
        .extracting(Rupture::session, rupture -> rupture.repaired().orElseThrow())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(4, 7));
    assertThat(criterion.find(List.of(38.0, 37.0, 38.0, 25.0, 38.0, 37.0), CLINIC)).isEmpty();
  }

  @Test
  void too_few_scores_say_nothing() {
    assertThat(Published.afterStevens2007(4, 1).find(List.of(40.0, 20.0, 20.0, 20.0), CLINIC))
        .isEmpty();
    assertThat(Published.afterEubanksCarter2012().find(List.of(40.0, 0.0), CLINIC)).isEmpty();
  }

  @Test
  void every_preset_says_whom_it_follows() {
    assertThat(
            List.of(
                Published.afterStiles2004(),
                Published.afterStrauss2006(),
                Published.afterGumz2012(1),
                Published.afterStevens2007(1, 0.25),
                Published.afterLarsson2016(),
                Published.afterChen2018(),
                Published.afterEubanksCarter2012(),
                Published.afterLipner2022(2),
                ONE_SD,
                TWO_SD,
                DECLINE,
                CONTROL))
        .allSatisfy(preset -> assertThat(preset.name()).startsWith("after "));
  }

  /** The evidence for "off by default": most of these clients never had a rupture. */
  @ParameterizedTest
  @CsvSource({"Stevens, 49.5", "Strauss, 85.9", "Stiles, 59.2"})
  void where_no_rupture_exists_the_published_criteria_mark_half_of_the_clients_and_more(
      String source, double expected) {
    List<List<Double>> sample =
        SrsGen.clients(20260101, 8_000, Scenario.NULL)
            .map(client -> client.sessions().stream().map(SimulatedSession::score).toList())
            .filter(series -> series.size() >= 5)
            .toList();
    SampleSpread spread = SampleSpread.of(sample);
    Criterion criterion =
        Arrays.asList(
                Published.afterStevens2007(4, 1),
                Published.afterStrauss2006(),
                Published.afterStiles2004())
            .stream()
            .filter(preset -> preset.name().contains(source))
            .findFirst()
            .orElseThrow();

    long marked = sample.stream().filter(s -> !criterion.find(s, spread).isEmpty()).count();

    assertThat(100.0 * marked / sample.size()).isCloseTo(expected, within(2.0));
  }

  private static Rupture only(Criterion criterion, List<Double> series, SampleSpread sample) {
    List<Rupture> ruptures = criterion.find(series, sample);
    assertThat(ruptures).as(criterion.name()).hasSize(1);
    return ruptures.getFirst();
  }
}
