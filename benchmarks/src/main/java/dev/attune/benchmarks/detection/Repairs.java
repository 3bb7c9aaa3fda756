package dev.attune.benchmarks.detection;

import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.Repair;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import java.util.List;

/**
 * How repairs are told, on clients of whom three in ten are never repaired: an alarm freezes what
 * was expected and what came, the next three sessions are judged, and the next alarm is looked for
 * after the verdict. Only alarms in a strain with three more rated sessions count.
 *
 * @param recognised the share of repaired strains that is declared repaired
 * @param wronglyClosed the share of strains that last and are declared repaired
 */
record Repairs(double recognised, double wronglyClosed) {

  static Repairs of(List<SimulatedClient> clients, Norms norms, Repair repair, double alarm) {
    var tally = new Tally(norms, repair, alarm);
    clients.forEach(tally::add);
    return new Repairs(
        (double) tally.repairedOfRepaired / tally.repaired,
        (double) tally.repairedOfLasting / tally.lasting);
  }

  private static final class Tally {
    private final Norms norms;
    private final Repair repair;
    private final double alarm;
    private int repaired;
    private int repairedOfRepaired;
    private int lasting;
    private int repairedOfLasting;

    Tally(Norms norms, Repair repair, double alarm) {
      this.norms = norms;
      this.repair = repair;
      this.alarm = alarm;
    }

    void add(SimulatedClient client) {
      List<SimulatedSession> sessions =
          client.sessions().stream().filter(SimulatedSession::rated).toList();
      List<Observed> observed = Detector.observe(norms, client);
      int t = 1;
      while (t < sessions.size()) {
        t = observed.get(t).z() >= alarm ? verdict(sessions, observed.get(t), t) + 1 : t + 1;
      }
    }

    /** Counts the verdict on an alarm. Returns the place of the session at which it fell. */
    private int verdict(List<SimulatedSession> sessions, Observed observed, int at) {
      int last = Math.min(at + repair.within(), sessions.size() - 1);
      List<Double> later =
          sessions.subList(at + 1, last + 1).stream().map(SimulatedSession::score).toList();
      double expected = Math.min(norms.ceiling(), observed.predicted());
      double low = sessions.get(at).score();
      int judged = 0;
      boolean isRepaired = false;
      while (judged < later.size() && !isRepaired) {
        judged++;
        isRepaired =
            repair.judge(expected, low, later.subList(0, judged)) == Repair.Standing.REPAIRED;
      }
      if (sessions.get(at).strained() && later.size() == repair.within()) {
        count(sessions.get(last).strained(), isRepaired);
      }
      return at + judged;
    }

    private void count(boolean lasts, boolean isRepaired) {
      if (lasts) {
        lasting++;
        repairedOfLasting += isRepaired ? 1 : 0;
      } else {
        repaired++;
        repairedOfRepaired += isRepaired ? 1 : 0;
      }
    }
  }
}
