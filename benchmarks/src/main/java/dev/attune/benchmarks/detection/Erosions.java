package dev.attune.benchmarks.detection;

import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.simulation.Erosion;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * How slow erosion is told.
 *
 * @param detected the share of eroding clients that is told after the erosion set in
 * @param falseClients the same in 100 clients whose alliance does not wear off
 */
record Erosions(double detected, double falseClients) {

  private static final double ENOUGH = 4.0;

  /** The cumulated deviation reaches 4 after the onset. */
  static Erosions cumulated(List<Erosion> clients, Norms norms) {
    return of(clients, (scores, onset) -> cumulated(scores, onset, norms) ? 1 : 0);
  }

  /** Three falls in a row that add up to 3 points, the last one after the onset. */
  static Erosions threeFalls(List<Erosion> clients) {
    return of(clients, (scores, onset) -> threeFalls(scores, onset) ? 1 : 0);
  }

  private static Erosions of(
      List<Erosion> clients, ToIntBiFunction<List<Double>, Integer> toldAfter) {
    int detected = 0;
    int falsely = 0;
    for (Erosion client : clients) {
      detected += toldAfter.applyAsInt(client.scores(), client.onset());
      falsely += toldAfter.applyAsInt(client.scoresWithoutLoss(), client.onset());
    }
    return new Erosions((double) detected / clients.size(), 100.0 * falsely / clients.size());
  }

  private static boolean cumulated(List<Double> scores, int onset, Norms norms) {
    Expectation expectation = Expectation.of(norms);
    for (double score : scores) {
      Observed observed = expectation.observe(score);
      expectation = observed.next();
      if (expectation.session() > onset && observed.cusum() >= ENOUGH) {
        return true;
      }
    }
    return false;
  }

  private static boolean threeFalls(List<Double> scores, int onset) {
    for (int t = 3; t < scores.size(); t++) {
      boolean falls =
          scores.get(t) < scores.get(t - 1)
              && scores.get(t - 1) < scores.get(t - 2)
              && scores.get(t - 2) < scores.get(t - 3);
      if (falls && t + 1 > onset && scores.get(t - 3) - scores.get(t) >= 3 - 1e-9) {
        return true;
      }
    }
    return false;
  }
}
