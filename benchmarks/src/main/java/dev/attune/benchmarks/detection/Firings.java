package dev.attune.benchmarks.detection;

import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.Repair;
import dev.attune.detection.Rule;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the shipped rules say, in 100 rated sessions.
 *
 * @param alerts sessions with AMBER or RED, or with a cumulated deviation of 4
 * @param red sessions with RED
 * @param opened alerts that would be opened: one at a time, none for three sessions after a verdict
 */
record Firings(double alerts, double red, double opened) {

  private static final double EROSION = 4.0;
  private static final int COOL_DOWN = 3;

  static Firings of(
      List<SimulatedClient> clients, Norms norms, Rule.SuddenDrop drop, Repair repair) {
    int sessions = 0;
    int alerts = 0;
    int red = 0;
    int opened = 0;
    for (SimulatedClient client : clients) {
      List<Observed> observed = Detector.observe(norms, client);
      List<SimulatedSession> rated =
          client.sessions().stream().filter(SimulatedSession::rated).toList();
      List<Boolean> fired = new ArrayList<>();
      for (int t = 0; t < rated.size(); t++) {
        Rule.Weight weight =
            drop.level(observed.get(t).z(), rated.get(t).number())
                .map(Rule.Level::weight)
                .orElse(Rule.Weight.INFO);
        red += weight == Rule.Weight.RED ? 1 : 0;
        boolean fires = weight != Rule.Weight.INFO || observed.get(t).cusum() >= EROSION;
        alerts += fires ? 1 : 0;
        fired.add(fires);
      }
      sessions += rated.size();
      opened += opened(rated, observed, fired, norms, repair);
    }
    return new Firings(
        100.0 * alerts / sessions, 100.0 * red / sessions, 100.0 * opened / sessions);
  }

  private static int opened(
      List<SimulatedSession> rated,
      List<Observed> observed,
      List<Boolean> fired,
      Norms norms,
      Repair repair) {
    int opened = 0;
    int t = 0;
    while (t < rated.size()) {
      if (!fired.get(t)) {
        t++;
        continue;
      }
      opened++;
      double expected = Math.min(norms.ceiling(), observed.get(t).predicted());
      double low = rated.get(t).score();
      List<Double> later = new ArrayList<>();
      boolean judged = false;
      while (!judged && t + 1 + later.size() < rated.size()) {
        later.add(rated.get(t + 1 + later.size()).score());
        judged =
            later.size() >= repair.within()
                || repair.judge(expected, low, later) == Repair.Standing.REPAIRED;
      }
      t += later.size() + COOL_DOWN + 1;
    }
    return opened;
  }
}
