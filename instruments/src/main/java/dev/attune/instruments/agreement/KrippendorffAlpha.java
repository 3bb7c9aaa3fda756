package dev.attune.instruments.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Agreement of any number of coders of whom not every one coded every unit: Krippendorff (2004,
 * Content Analysis, chapter 11).
 */
public final class KrippendorffAlpha {

  private KrippendorffAlpha() {}

  /** How far two values lie apart. */
  public enum Metric {
    /** Categories: apart or not. */
    NOMINAL,
    /** Ranks: by how many values lie between. */
    ORDINAL,
    /** Numbers: by their difference. */
    INTERVAL
  }

  /**
   * The coefficient; empty where all values are the same, or where no unit has two of them.
   *
   * @param coders of each coder the values of all units in order, null where not coded
   */
  public static OptionalDouble of(
      List<? extends List<? extends @Nullable Double>> coders, Metric metric) {
    List<List<Double>> units = pairable(coders);
    NavigableMap<Double, Integer> counts = new TreeMap<>();
    units.forEach(unit -> unit.forEach(value -> counts.merge(value, 1, Integer::sum)));
    double total = counts.values().stream().mapToInt(Integer::intValue).sum();
    ToDoubleBiFunction<Double, Double> distance =
        switch (metric) {
          case NOMINAL -> (one, other) -> one.equals(other) ? 0 : 1;
          case ORDINAL -> (one, other) -> ordinal(counts, one, other);
          case INTERVAL -> (one, other) -> (one - other) * (one - other);
        };
    double observed = 0;
    for (List<Double> unit : units) {
      double apart = 0;
      for (Double one : unit) {
        for (Double other : unit) {
          apart += distance.applyAsDouble(one, other);
        }
      }
      observed += apart / (unit.size() - 1);
    }
    double expected = 0;
    for (Map.Entry<Double, Integer> one : counts.entrySet()) {
      for (Map.Entry<Double, Integer> other : counts.entrySet()) {
        double pairs = (double) one.getValue() * other.getValue();
        expected += pairs * distance.applyAsDouble(one.getKey(), other.getKey());
      }
    }
    double alpha = 1 - observed * (total - 1) / expected;
    return Double.isFinite(alpha) ? OptionalDouble.of(alpha) : OptionalDouble.empty();
  }

  /** The values of every unit that has at least two. */
  private static List<List<Double>> pairable(
      List<? extends List<? extends @Nullable Double>> coders) {
    if (coders.size() < 2 || coders.stream().map(List::size).distinct().count() != 1) {
      throw new IllegalArgumentException("there are two coders or more, of the same units");
    }
    List<List<Double>> units = new ArrayList<>();
    for (int unit = 0; unit < coders.getFirst().size(); unit++) {
      List<Double> values = new ArrayList<>();
      for (List<? extends @Nullable Double> coder : coders) {
        Double value = coder.get(unit);
        if (value != null) {
          values.add(value);
        }
      }
      if (values.size() > 1) {
        units.add(values);
      }
    }
    return units;
  }

  private static double ordinal(NavigableMap<Double, Integer> counts, Double one, Double other) {
    if (one.equals(other)) {
      return 0;
    }
    double between =
        counts.subMap(Math.min(one, other), true, Math.max(one, other), true).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    double ends =
        Objects.requireNonNull(counts.get(one))
            + (double) Objects.requireNonNull(counts.get(other));
    double distance = between - ends / 2;
    return distance * distance;
  }
}
