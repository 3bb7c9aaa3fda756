package dev.attune.detection.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * S9: an alliance that wears off slowly. Clients have the level, gain and scatter of those of
 * {@link SrsGen}; from a session on each further one loses a little.
 *
 * @param onset the last session without loss
 * @param lossPerSession in points
 * @param scores in points, by session
 * @param scoresWithoutLoss the same client and the same chance, had nothing worn off
 */
public record Erosion(
    int onset, double lossPerSession, List<Double> scores, List<Double> scoresWithoutLoss) {

  private static final int SHORTEST = 15;
  private static final int LONGEST = 25;
  private static final int FIRST_ONSET = 4;
  private static final int LAST_ONSET = 8;

  /** Sets the streams apart from those of {@link SrsGen} at the same seed. */
  private static final long OTHER_STREAM = 0x5339L << 48;

  public Erosion {
    scores = List.copyOf(scores);
    scoresWithoutLoss = List.copyOf(scoresWithoutLoss);
  }

  /** So many clients, from the first on. */
  public static Stream<Erosion> clients(long seed, int count) {
    return IntStream.range(0, count).mapToObj(index -> client(seed, index));
  }

  private static Erosion client(long seed, int index) {
    SimulatedClient client = SrsGen.client(seed, index, Scenario.NULL);
    var draws = new Draws(SrsGen.drawsOf(seed, index).seed() ^ OTHER_STREAM);
    int length = between(SHORTEST, LONGEST, draws.uniform(1));
    int onset = between(FIRST_ONSET, LAST_ONSET, draws.uniform(2));
    double loss = 0.4 + 0.6 * draws.uniform(3);
    List<Double> scores = new ArrayList<>(length);
    List<Double> scoresWithoutLoss = new ArrayList<>(length);
    for (int t = 1; t <= length; t++) {
      double course =
          client.level()
              + client.gain() * StrictMath.log(t)
              + client.scatter() * draws.normal(2 + 2 * t, 3 + 2 * t);
      scores.add(SrsGen.tenths(course - Math.max(0, t - onset) * loss) / 10.0);
      scoresWithoutLoss.add(SrsGen.tenths(course) / 10.0);
    }
    return new Erosion(onset, loss, scores, scoresWithoutLoss);
  }

  private static int between(int least, int most, double u) {
    return least + (int) (u * (most - least + 1));
  }
}
