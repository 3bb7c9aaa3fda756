package dev.attune.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.detection.OwnMean.Bounds;
import dev.attune.detection.Rule.Weight;
import dev.attune.detection.simulation.Scenario;
import dev.attune.detection.simulation.SimulatedSession;
import dev.attune.detection.simulation.SrsGen;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithoutNormsTest {

  @ParameterizedTest
  @CsvSource({"32.8, ", "32.7, AMBER", "30.6, AMBER", "30.5, RED", "40, "})
  void a_score_weighs_by_how_far_it_lies_below_the_mean_of_the_earlier_ones(
      double score, @Nullable Weight weight) {
    OwnMean mean = OwnMean.EMPTY.next(35.8).next(36.1).next(36.1);

    assertThat(mean.weight(score, Bounds.OF_FORTY).orElse(null)).isEqualTo(weight);
  }

  @Test
  void a_first_score_has_nothing_to_be_held_against() {
    assertThat(OwnMean.EMPTY.weight(0, Bounds.OF_FORTY)).isEmpty();
  }

  @Test
  void other_instruments_have_the_same_shares_of_their_range() {
    assertThat(Bounds.ofRange(6).amber()).isCloseTo(0.495, within(1e-12));
    assertThat(Bounds.ofRange(6).red()).isCloseTo(0.825, within(1e-12));
    assertThatThrownBy(() -> new Bounds(5, 3)).hasMessageContaining("rise");
  }

  @Test
  void in_100_quiet_sessions_it_alarms_as_often_as_was_computed() {
    int quiet = 0;
    int alarms = 0;
    int severe = 0;
    for (var client : SrsGen.clients(20260101, 4_000, Scenario.S0).toList()) {
      OwnMean mean = OwnMean.EMPTY;
      boolean afterStrain = false;
      for (SimulatedSession session : client.sessions()) {
        if (session.number() > 1 && !session.strained() && !afterStrain) {
          var weight = mean.weight(session.score(), Bounds.OF_FORTY);
          quiet++;
          alarms += weight.isPresent() ? 1 : 0;
          severe += weight.filter(w -> w == Weight.RED).isPresent() ? 1 : 0;
        }
        mean = mean.next(session.score());
        afterStrain = session.strained();
      }
    }

    assertThat(100.0 * alarms / quiet).isCloseTo(5.0, within(0.5));
    assertThat(100.0 * severe / quiet).isCloseTo(0.7, within(0.2));
  }

  @Test
  void an_erosion_is_told_once_and_then_cumulates_anew() {
    Expectation expectation = Expectation.of(new Norms(36.0, 2.75, 2.25, 0.6, 1.5, 40.0));
    int told = 0;
    boolean isAnew = true;
    for (double score : List.of(36.0, 36.0, 35.0, 34.0, 33.0, 32.0, 31.0, 30.0, 29.0, 28.0)) {
      Observed observed = expectation.observe(score);
      expectation = ErosionWatch.DEFAULT.after(observed);
      if (ErosionWatch.DEFAULT.isTold(observed)) {
        told++;
        isAnew &= expectation.cusum() == 0;
      }
    }

    assertThat(told).isBetween(1, 3);
    assertThat(isAnew).isTrue();
    assertThatThrownBy(() -> new ErosionWatch(0)).hasMessageContaining("above 0");
  }
}
