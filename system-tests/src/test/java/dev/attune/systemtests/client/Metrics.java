package dev.attune.systemtests.client;

import java.util.List;
import java.util.function.Predicate;

/** What a service tells Prometheus. */
public record Metrics(String text) {

  /**
   * The sum of all samples of a metric whose labels contain each of these, e.g. {@code rule="x"}.
   */
  public double sum(String name, String... labels) {
    return samples(name).stream()
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** The lines with a sample of a metric. */
  public List<String> samples(String name) {
    Predicate<String> isSample = line -> line.startsWith(name + " ") || line.startsWith(name + "{");
    return text.lines().filter(isSample).toList();
  }
}
