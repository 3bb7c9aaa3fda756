package dev.attune.systemtests.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.attune.contracts.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every acknowledged rating is scored exactly once and rightly, and nothing else is scored. */
public final class ScoredOnce {
  private ScoredOnce() {}

  /**
   * What is wrong.
   *
   * @param acknowledged the total of each rating that was answered with success, by its key
   * @param unknown the keys of ratings whose post had no answer: on the log or not
   * @param scores all scores on the log
   */
  public static List<Breach> breaches(
      Map<String, BigDecimal> acknowledged, Set<String> unknown, List<Logged<Score>> scores) {
    var breaches = new ArrayList<Breach>();
    Map<String, List<Logged<Score>>> byKey =
        scores.stream().collect(groupingBy(Logged::key, LinkedHashMap::new, toList()));
    acknowledged.forEach((key, total) -> {
      List<Logged<Score>> found = byKey.getOrDefault(key, List.of());
      if (found.size() != 1) {
        breaches.add(new Breach("acknowledged once, scored " + found.size() + " times", key));
      }
      found.stream()
          .filter(score -> !isScoreOf(key, total, score))
          .forEach(_ -> breaches.add(new Breach("scored as something else", key)));
    });
    byKey.forEach((key, found) -> {
      if (!acknowledged.containsKey(key) && !unknown.contains(key)) {
        breaches.add(new Breach("scored without a rating", key));
      } else if (!acknowledged.containsKey(key) && found.size() > 1) {
        breaches.add(new Breach("posted once, scored " + found.size() + " times", key));
      }
    });
    return List.copyOf(breaches);
  }

  private static boolean isScoreOf(String key, BigDecimal total, Logged<Score> logged) {
    Score score = logged.value();
    return score != null
        && score.key().text().equals(key)
        && Objects.requireNonNullElse(score.total(), BigDecimal.ONE.negate()).compareTo(total) == 0;
  }
}
