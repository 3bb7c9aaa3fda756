package dev.attune.local.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was compared, and what did not agree. */
public record Report(Counts counts, List<Difference> differences) {

  /** How many keys hold something. */
  public record Counts(long sessions, long ratings, long scores, long alerts) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(LogPart part) {
      return new Counts(
          holding(part.sessions()),
          holding(part.ratings()),
          holding(part.scores()),
          holding(part.alerts()));
    }

    Counts plus(Counts other) {
      return new Counts(
          sessions + other.sessions,
          ratings + other.ratings,
          scores + other.scores,
          alerts + other.alerts);
    }

    private static long holding(Map<String, ? extends Stated<?>> stated) {
      return stated.values().stream().filter(Stated::holds).count();
    }
  }

  public Report {
    differences = List.copyOf(differences);
  }

  /** Whether everything agrees. */
  public boolean agrees() {
    return differences.isEmpty();
  }

  /** The keys of the differences of each kind, sorted. */
  public Map<Difference.Kind, List<String>> byKind() {
    return differences.stream()
        .collect(
            Collectors.groupingBy(
                Difference::kind,
                TreeMap::new,
                Collectors.mapping(
                    Difference::key,
                    Collectors.collectingAndThen(
                        Collectors.toList(), keys -> keys.stream().sorted().toList()))));
  }
}
