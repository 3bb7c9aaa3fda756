package dev.attune.benchmarks.detection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measure of the scoreboard.
 *
 * @param id M1 to M11
 * @param about what is measured
 * @param naive the figures of published rules of thumb on the same data
 * @param measured the shipped detector's figures
 * @param reference the detector's figures in the simulation that the specification rests on
 * @param limit what can be had at all
 * @param demand what must hold on any seed; empty where nothing is demanded
 * @param holds whether it does
 */
record Measure(
    String id,
    String about,
    Map<String, Double> naive,
    Map<String, Double> measured,
    String reference,
    String limit,
    String demand,
    boolean holds) {

  /** Named figures, in the order given: a name, its figure, and so on. */
  static Map<String, Double> figures(Object... namesAndFigures) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (int i = 0; i < namesAndFigures.length; i += 2) {
      figures.put((String) namesAndFigures[i], ((Number) namesAndFigures[i + 1]).doubleValue());
    }
    return figures;
  }

  double value(String name) {
    return measured.getOrDefault(name, Double.NaN);
  }
}
