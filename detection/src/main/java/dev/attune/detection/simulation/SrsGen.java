package dev.attune.detection.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * SRS-Gen v1: series of session ratings (four items of 0 to 10, total 0 to 40) with known strains.
 *
 * <p>A score is the client's level, plus a gain with the logarithm of the session's number, less
 * the depth of a strain, plus scatter; rounded to tenths and cut at 0 and 40. A strain starts by
 * chance, lasts one to three sessions in the shape of a V, and leaves two sessions in peace.
 *
 * <p>Each client has an own stream of random numbers with fixed places, so that every language and
 * every order of drawing gives the same data.
 */
public final class SrsGen {

  private static final int LONGEST = 30;
  private static final long SEEDS_APART = 1_000_003;

  private static final int LENGTH = 1;
  private static final int LEVEL = 2;
  private static final int GAIN = 4;
  private static final int SCATTER = 6;
  private static final int KIND = 7;
  private static final int SPARE = 8;
  private static final int BLOCK = 12;

  private static final double[][] SHAPES = {{1.0}, {1.0, 0.5}, {0.5, 1.0, 0.5}};
  private static final int PEACE_AFTER_STRAIN = 2;

  private SrsGen() {}

  /** So many clients of a population, from the first on. */
  public static Stream<SimulatedClient> clients(long seed, int count, Scenario scenario) {
    return IntStream.range(0, count).mapToObj(index -> client(seed, index, scenario));
  }

  /** One client of a population, by its index from 0. */
  public static SimulatedClient client(long seed, int index, Scenario scenario) {
    var draws = drawsOf(seed, index);
    boolean alwaysForty = draws.uniform(KIND) < scenario.alwaysForty();
    double level = scenario.mean() + scenario.between() * draws.normal(LEVEL, LEVEL + 1);
    double gain = gain(draws);
    double scatter = scatter(draws, scenario);
    int length = length(draws);
    Strains strains = alwaysForty ? Strains.none() : strains(draws, scenario);
    List<SimulatedSession> sessions = new ArrayList<>(length);
    double noise = 0;
    for (int t = 1; t <= length; t++) {
      double fresh = draws.normal(block(t, 1), block(t, 2));
      double a = scenario.autocorrelation();
      noise = a == 0 || t == 1 ? fresh : a * noise + StrictMath.sqrt(1 - a * a) * fresh;
      double x = level + gain * StrictMath.log(t) - strains.depth[t - 1] + scatter * noise;
      int tenths = alwaysForty ? 400 : tenths(x - badDay(draws, t, scenario));
      boolean rated = t == 1 || !(draws.uniform(block(t, 7)) < scenario.missing());
      sessions.add(
          new SimulatedSession(
              t,
              tenths,
              items(draws, t, tenths),
              rated,
              strains.depth[t - 1],
              strains.number[t - 1],
              strains.onset[t - 1]));
    }
    return new SimulatedClient(level, gain, scatter, sessions);
  }

  static Draws drawsOf(long seed, int index) {
    return new Draws(seed * SEEDS_APART + index);
  }

  static int tenths(double points) {
    return (int) Math.clamp(StrictMath.floor(points * 10.0 + 0.5), 0, 400);
  }

  private static int block(int session, int place) {
    return SPARE + (session - 1) * BLOCK + place;
  }

  private static int length(Draws draws) {
    double more = StrictMath.log(1.0 - draws.uniform(LENGTH)) / StrictMath.log(1.0 - 1.0 / 8.0);
    return (int) Math.min(LONGEST, 3 + StrictMath.floor(more));
  }

  private static double gain(Draws draws) {
    return 0.6 + 0.3 * draws.normal(GAIN, GAIN + 1);
  }

  private static double scatter(Draws draws, Scenario scenario) {
    return scenario.unequalNoise()
        ? 2.0 * StrictMath.exp(0.4 * draws.normal(SCATTER, SPARE))
        : 2.0 + (2.5 - 2.0) * draws.uniform(SCATTER);
  }

  private static double badDay(Draws draws, int t, Scenario scenario) {
    double u = draws.uniform(block(t, 8));
    double share = scenario.outliers();
    return u < share ? Math.abs(Draws.normal(u / share % 1, draws.uniform(block(t, 6)))) * 4.0 : 0;
  }

  /** The strains of a client over the longest series; -1 where there is none. */
  private static final class Strains {

    final double[] depth = new double[LONGEST];
    final int[] number = new int[LONGEST];
    final boolean[] onset = new boolean[LONGEST];

    static Strains none() {
      var strains = new Strains();
      Arrays.fill(strains.number, -1);
      return strains;
    }
  }

  private static Strains strains(Draws draws, Scenario scenario) {
    var strains = Strains.none();
    int count = 0;
    int t = 1;
    while (t < LONGEST) {
      if (!(draws.uniform(block(t + 1, 3)) < scenario.hazard())) {
        t++;
        continue;
      }
      double deepest = 2.0 + (10.0 - 2.0) * draws.uniform(block(t + 1, 4));
      double[] shape = shape(draws.uniform(block(t + 1, 5)));
      boolean unrepaired = draws.uniform(block(t + 1, 6)) < scenario.unrepaired();
      int end = unrepaired ? LONGEST : Math.min(LONGEST, t + shape.length);
      for (int s = t; s < end; s++) {
        strains.depth[s] = unrepaired ? deepest : deepest * shape[s - t];
        strains.number[s] = count;
      }
      strains.onset[t] = true;
      count++;
      t = unrepaired ? LONGEST : t + shape.length + PEACE_AFTER_STRAIN;
    }
    return strains;
  }

  private static double[] shape(double u) {
    return SHAPES[u < 0.6 ? 0 : u < 0.6 + 0.25 ? 1 : 2];
  }

  /** Four answers around a quarter of the total; the spread tells nothing about strains. */
  private static List<Integer> items(Draws draws, int t, int tenths) {
    double[] spread = new double[4];
    for (int k = 0; k < 4; k++) {
      spread[k] = 6.0 * (2.0 * draws.uniform(block(t, 9 + k)) - 1.0);
    }
    double mean = (spread[0] + spread[1] + spread[2] + spread[3]) / 4;
    Integer[] items = new Integer[4];
    int rest = tenths;
    for (int k = 0; k < 4; k++) {
      items[k] = (int) Math.clamp(StrictMath.floor(tenths / 4.0 + (spread[k] - mean)), 0, 100);
      rest -= items[k];
    }
    for (int k = 0; rest != 0; k = (k + 1) % 4) {
      if (rest > 0 && items[k] < 100) {
        items[k]++;
        rest--;
      } else if (rest < 0 && items[k] > 0) {
        items[k]--;
        rest++;
      }
    }
    return List.of(items);
  }
}
