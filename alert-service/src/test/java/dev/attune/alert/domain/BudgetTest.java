package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Severity;
import dev.attune.detection.simulation.Erosion;
import dev.attune.detection.simulation.Scenario;
import dev.attune.detection.simulation.SimulatedClient;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How much the shipped rules say, on simulated clients of whom the truth is known. */
class BudgetTest {

  private static final List<SimulatedClient> CLIENTS = Simulated.clients(4_000, Scenario.S0);

  @Test
  void in_100_sessions_at_most_12_alerts_open_and_at_most_3_and_a_half_of_them_become_red() {
    Predicate<Finding> isAlert = finding -> finding.severity() != Severity.INFO;

    assertThat(per100(isAlert)).isBetween(6.0, 12.0);
    assertThat(per100(isAlert.and(finding -> finding.severity() == Severity.RED)))
        .isBetween(2.0, 3.5);
  }

  @Test
  void an_alliance_said_to_stay_low_mostly_does() {
    int told = 0;
    int real = 0;
    for (SimulatedClient client : CLIENTS) {
      for (Finding finding : Log.JUDGE.findings(Simulated.ratings(client))) {
        if (finding.rule().id().equals("SRS-06")) {
          Integer number = finding.at().session().number();
          double level = client.level() + client.gain() * Math.log(number == null ? 1 : number);
          told++;
          real += level < 34 ? 1 : 0;
        }
      }
    }
    assertThat(1.0 * real / told).isBetween(0.83, 0.89);
    assertThat(per100(finding -> finding.rule().id().equals("SRS-06"))).isBetween(0.9, 1.1);
  }

  @Test
  void the_highest_score_again_and_again_marks_as_many_sessions_as_it_says() {
    assertThat(per100(finding -> finding.rule().id().equals("SRS-07"))).isBetween(1.2, 1.6);
  }

  @Test
  void an_alliance_that_wears_off_is_told_of_before_it_ends() {
    Judge erosion = RuleSets.erosionOnly();
    List<Erosion> clients = Simulated.erosions(2_000);

    assertThat(toldOf(erosion, clients.stream().map(Erosion::scores).toList()))
        .isBetween(0.93, 0.99);
    assertThat(toldOf(erosion, clients.stream().map(Erosion::scoresWithoutLoss).toList()))
        .isBetween(0.05, 0.10);
  }

  private static double toldOf(Judge judge, List<List<Double>> clients) {
    long told =
        clients.stream()
            .filter(scores -> !judge.findings(Simulated.ratings(scores)).isEmpty())
            .count();
    return 1.0 * told / clients.size();
  }

  private static double per100(Predicate<Finding> counted) {
    long sessions = 0;
    long found = 0;
    for (SimulatedClient client : CLIENTS) {
      sessions += client.sessions().size();
      found += Log.JUDGE.findings(Simulated.ratings(client)).stream().filter(counted).count();
    }
    return 100.0 * found / sessions;
  }
}
