package dev.attune.benchmarks;

/**
 * What one benchmark found.
 *
 * @param ratio the system's figure over its limit's, both measured in this run
 */
record Report(String name, String figures, double ratio, String goal) {

  @Override
  public String toString() {
    return "%-24s %s%n%-24s ratio to the limit %.2f; %s".formatted(name, figures, "", ratio, goal);
  }
}
