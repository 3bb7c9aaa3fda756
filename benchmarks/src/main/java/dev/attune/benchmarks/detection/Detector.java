package dev.attune.benchmarks.detection;

import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each session a number that is the greater the more it looks like a strain. */
@FunctionalInterface
interface Detector {

  /** The total below which the published guidance for the SRS wants to talk, in tenths. */
  int CUT_OFF = 360;

  /** An answer below this is talked about, in tenths. */
  int LOW_ITEM = 90;

  /**
   * The numbers by session, {@code NaN} where none can be given. It may read the totals, the items
   * and whether a session was rated, never the truth.
   */
  double[] judge(SimulatedClient client);

  /** The shipped detector: deviations below the expectation. */
  static Detector expectation(Norms norms) {
    return client ->
        unrated(client, observe(norms, client).stream().mapToDouble(Observed::z).toArray());
  }

  /** How far the total fell since the last rated session, in points. */
  static Detector drop() {
    return client -> {
      double[] drops = nothing(client);
      SimulatedSession before = null;
      for (SimulatedSession session : client.sessions()) {
        if (session.rated()) {
          if (before != null) {
            drops[session.number() - 1] = (before.tenths() - session.tenths()) / 10.0;
          }
          before = session;
        }
      }
      return drops;
    };
  }

  /** 1 where the total is below 36, an item below 9 or the total has fallen by a point. */
  static Detector fitBundle() {
    return client -> {
      double[] signs = nothing(client);
      SimulatedSession before = null;
      for (SimulatedSession session : client.sessions()) {
        if (session.rated()) {
          signs[session.number() - 1] = asksToTalk(before, session) ? 1 : 0;
          before = session;
        }
      }
      return signs;
    };
  }

  private static boolean asksToTalk(@Nullable SimulatedSession before, SimulatedSession session) {
    return session.tenths() < CUT_OFF
        || session.items().stream().anyMatch(item -> item < LOW_ITEM)
        || (before != null && before.tenths() - session.tenths() >= 10);
  }

  /** What the shipped detector sees at each rated session, in order. */
  static List<Observed> observe(Norms norms, SimulatedClient client) {
    List<Observed> observed = new ArrayList<>(client.sessions().size());
    Expectation expectation = Expectation.of(norms);
    for (SimulatedSession session : client.sessions()) {
      if (session.rated()) {
        Observed next = expectation.observe(session.number(), session.score());
        observed.add(next);
        expectation = next.next();
      }
    }
    return observed;
  }

  private static double[] unrated(SimulatedClient client, double[] rated) {
    double[] all = nothing(client);
    int next = 0;
    for (SimulatedSession session : client.sessions()) {
      if (session.rated()) {
        all[session.number() - 1] = rated[next++];
      }
    }
    return all;
  }

  private static double[] nothing(SimulatedClient client) {
    double[] nothing = new double[client.sessions().size()];
    Arrays.fill(nothing, Double.NaN);
    return nothing;
  }
}
