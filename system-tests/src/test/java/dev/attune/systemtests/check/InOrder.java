package dev.attune.systemtests.check;

import dev.attune.contracts.EpisodePartition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each episode lives in one partition of every topic, and what is made of its records stands in the
 * order of the records it was made of.
 */
public final class InOrder {
  private InOrder() {}

  /**
   * What is wrong.
   *
   * @param causes the records that came in
   * @param effects what was made of them, under the same keys
   * @param partitions how many partitions both topics have
   */
  public static List<Breach> breaches(
      List<? extends Logged<?>> causes, List<? extends Logged<?>> effects, int partitions) {
    var breaches = new ArrayList<Breach>();
    Stream.concat(causes.stream(), effects.stream())
        .filter(logged -> logged.partition() != EpisodePartition.of(logged.key(), partitions))
        .forEach(logged -> breaches.add(new Breach("in another partition", logged.key())));
    for (int partition = 0; partition < partitions; partition++) {
      firstDifference(keys(causes, partition), keys(effects, partition), breaches);
    }
    return List.copyOf(breaches);
  }

  private static List<String> keys(List<? extends Logged<?>> records, int partition) {
    var keys = new LinkedHashSet<String>();
    records.stream().filter(r -> r.partition() == partition).forEach(r -> keys.add(r.key()));
    return List.copyOf(keys);
  }

  private static void firstDifference(
      List<String> causes, List<String> effects, List<Breach> breaches) {
    var both = new LinkedHashSet<>(causes);
    both.retainAll(new LinkedHashSet<>(effects));
    List<String> expected = List.copyOf(both);
    List<String> actual = effects.stream().filter(both::contains).toList();
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).equals(actual.get(i))) {
        breaches.add(new Breach("out of order", expected.get(i)));
        return;
      }
    }
  }
}
