package dev.attune.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.detection.simulation.Scenario;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import dev.attune.detection.simulation.SrsGen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedTest {

  /** The lower the total, the more it looks like a strain. */
  private static final Detector TOTAL =
      client ->
          client.sessions().stream()
              .mapToDouble(session -> session.rated() ? -session.score() : Double.NaN)
              .toArray();

  /** Computed by the reference implementation of the counting, in Python, on the same data. */
  @ParameterizedTest
  @CsvSource({
    "S0, 5, 0.49729144095341277, 4.979575957984828, 0.09803921568627451",
    "S0, 2, 0.3607800650054171, 1.8089865784866757, 0.11711711711711711",
    "S5, 5, 0.4911392405063291, 4.858693011579885, 0.14175257731958762",
    "S5, 2, 0.36075949367088606, 1.9839663130617864, 0.14736842105263157",
    "S6, 5, 0.5427251732101617, 4.9855643968734595, 0.3638297872340426",
    "S6, 2, 0.40993071593533487, 1.9928174072248432, 0.4309859154929577",
  })
  void strains_false_alarms_and_delays_are_counted_as_in_the_reference(
      String scenario, double at, double sensitivity, double falseAlarms, double delay) {
    Judged.Result result = new Judged(clients(scenario), TOTAL).atFalseAlarms(at);

    assertThat(result.sensitivity()).isCloseTo(sensitivity, within(1e-12));
    assertThat(result.falseAlarms()).isCloseTo(falseAlarms, within(1e-9));
    assertThat(result.delay()).isCloseTo(delay, within(1e-12));
  }

  @Test
  void the_session_after_a_strain_and_the_first_session_count_for_nothing() {
    SimulatedClient client =
        new SimulatedClient(
            36,
            0,
            2,
            List.of(
                session(1, 300, 0, false),
                session(2, 360, 0, false),
                session(3, 300, 6, true),
                session(4, 300, 0, false),
                session(5, 360, 0, false)));

    Judged.Result result = new Judged(List.of(client), TOTAL).from(-30.0);

    assertThat(result.sensitivity()).isEqualTo(1);
    assertThat(result.falseAlarms()).isZero();
    assertThat(result.delay()).isZero();
  }

  @Test
  void a_quantile_lies_between_its_neighbours() {
    assertThat(Judged.quantile(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(2.5);
    assertThat(Judged.quantile(new double[] {4, 1, 3, 2}, 1)).isEqualTo(4);
  }

  private static SimulatedSession session(int number, int tenths, double depth, boolean onset) {
    return new SimulatedSession(
        number, tenths, List.of(0, 0, 0, 0), true, depth, depth > 0 ? 0 : -1, onset);
  }

  private static List<SimulatedClient> clients(String scenario) {
    return Scenario.withStrains().stream()
        .filter(s -> s.id().equals(scenario))
        .flatMap(s -> SrsGen.clients(20260101, 2_000, s))
        .toList();
  }
}
