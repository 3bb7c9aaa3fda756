package dev.attune.benchmarks.detection;

import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a detector gave each session, beside the truth. A session in a strain is positive, the one
 * directly after a strain is neutral, every other one is negative; the first session does not
 * count.
 */
final class Judged {

  private static final int FIRST_THAT_COUNTS = 2;

  private final List<SimulatedClient> clients;
  private final double[][] given;

  Judged(List<SimulatedClient> clients, Detector detector) {
    this.clients = clients;
    this.given = clients.stream().map(detector::judge).toArray(double[][]::new);
  }

  /**
   * How an alarm did.
   *
   * @param sensitivity the share of strains with an alarm in any of their rated sessions
   * @param falseAlarms in 100 negative sessions
   * @param delay sessions from the start of a strain to its first alarm, on average
   */
  record Result(double sensitivity, double falseAlarms, double delay) {}

  /** The alarm that gives so many false alarms in 100 negative sessions of these data. */
  Result atFalseAlarms(double per100) {
    double threshold = quantile(negatives(n -> n >= FIRST_THAT_COUNTS), 1 - per100 / 100);
    return result(score -> score > threshold);
  }

  /** The alarm from a number on. */
  Result from(double threshold) {
    return result(score -> score >= threshold);
  }

  /** False alarms in 100 negative sessions among those with such a number. */
  double falseAlarmsFrom(double threshold, IntPredicate sessions) {
    double[] negatives = negatives(sessions);
    return 100.0
        * Arrays.stream(negatives).filter(score -> score >= threshold).count()
        / negatives.length;
  }

  /** The same among all sessions that count. */
  double falseAlarmsFrom(double threshold) {
    return falseAlarmsFrom(threshold, n -> n >= FIRST_THAT_COUNTS);
  }

  /** The sessions with a number from this one on, in 100 rated sessions from the first on. */
  double alarmsIn100(double threshold, IntPredicate sessions) {
    double[] all =
        IntStream.range(0, clients.size())
            .mapToObj(i -> rated(i, n -> true))
            .flatMapToDouble(s -> s)
            .toArray();
    long alarms =
        IntStream.range(0, clients.size())
            .mapToObj(i -> rated(i, sessions))
            .flatMapToDouble(s -> s)
            .filter(score -> score >= threshold)
            .count();
    return 100.0 * alarms / all.length;
  }

  private DoubleStream rated(int client, IntPredicate sessions) {
    return clients.get(client).sessions().stream()
        .filter(session -> session.rated() && sessions.test(session.number()))
        .mapToDouble(session -> given[client][session.number() - 1]);
  }

  /** The clients with such a number in a session that counts, in 100 clients. */
  double clientsIn100(double threshold) {
    long touched =
        Arrays.stream(given)
            .filter(scores ->
                IntStream.range(FIRST_THAT_COUNTS - 1, scores.length)
                    .anyMatch(t -> scores[t] >= threshold))
            .count();
    return 100.0 * touched / clients.size();
  }

  private double[] negatives(IntPredicate sessions) {
    return IntStream.range(0, clients.size())
        .mapToObj(i -> negatives(clients.get(i).sessions(), given[i], sessions))
        .flatMapToDouble(s -> s)
        .toArray();
  }

  private static DoubleStream negatives(
      List<SimulatedSession> sessions, double[] scores, IntPredicate wanted) {
    return IntStream.range(0, scores.length)
        .filter(t -> wanted.test(t + 1) && isNegative(sessions, t))
        .mapToDouble(t -> Double.isNaN(scores[t]) ? Double.NEGATIVE_INFINITY : scores[t]);
  }

  private static boolean isNegative(List<SimulatedSession> sessions, int t) {
    SimulatedSession session = sessions.get(t);
    boolean after = t > 0 && sessions.get(t - 1).strained();
    return session.rated() && !session.strained() && !after;
  }

  private Result result(DoublePredicate alarm) {
    long strains = 0;
    List<Integer> delays = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      List<SimulatedSession> sessions = clients.get(i).sessions();
      for (SimulatedSession onset : sessions) {
        if (onset.onset()) {
          int[] counting = countingSessions(sessions, onset);
          strains += counting.length > 0 ? 1 : 0;
          double[] scores = given[i];
          Arrays.stream(counting)
              .filter(t -> alarm.test(scores[t]))
              .limit(1)
              .forEach(t -> delays.add(t + 1 - onset.number()));
        }
      }
    }
    double[] negatives = negatives(n -> n >= FIRST_THAT_COUNTS);
    return new Result(
        (double) delays.size() / strains,
        100.0 * Arrays.stream(negatives).filter(alarm).count() / negatives.length,
        delays.stream().mapToInt(d -> d).average().orElse(Double.NaN));
  }

  /** The places of a strain's rated sessions from the second of the client on. */
  private static int[] countingSessions(List<SimulatedSession> sessions, SimulatedSession onset) {
    return IntStream.range(onset.number() - 1, sessions.size())
        .takeWhile(t -> sessions.get(t).strain() == onset.strain())
        .filter(t -> sessions.get(t).rated() && t + 1 >= FIRST_THAT_COUNTS)
        .toArray();
  }

  /** The quantile with linear interpolation between neighbours. */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return below == above || sorted[below] == sorted[above]
        ? sorted[below]
        : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
