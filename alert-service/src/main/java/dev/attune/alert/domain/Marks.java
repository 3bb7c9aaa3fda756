package dev.attune.alert.domain;

import dev.attune.contracts.Evidence;
import dev.attune.detection.Rule;
import dev.attune.detection.SeriesRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sessions of a series bear a mark. Used once. */
final class Marks {

  private final Series series;
  private final double ceiling;
  private final Map<String, Integer> running = new HashMap<>(2);

  Marks(Series series, double ceiling) {
    this.series = series;
    this.ceiling = ceiling;
  }

  /** What a rule marks the next session with, if anything. */
  Optional<Finding> of(SeriesRule rule, Point point, @Nullable Rated rated, UsualAnswers usual) {
    if (!(rule instanceof Rule.Mark mark)) {
      return Optional.empty();
    }
    return switch (mark) {
      case Rule.BelowCutOff cutOff ->
          rated != null && Tenths.isBelow(rated.total(), cutOff.cutOff())
              ? found(mark, point, Numbers.of(cutOff.cutOff()).observed(rated))
              : Optional.empty();
      case Rule.LowItem low -> low(low, point, rated, usual);
      case Rule.PointDrop drop -> drop(drop, point, rated);
      case SeriesRule.PerfectScores perfect -> perfect(perfect, point, rated);
      case SeriesRule.Recovered recovered -> recovered(recovered, point, rated);
    };
  }

  private Optional<Finding> low(
      Rule.LowItem rule, Point point, @Nullable Rated rated, UsualAnswers usual) {
    List<ItemSign> items = Items.low(point, rule, usual);
    return items.isEmpty()
        ? Optional.empty()
        : found(rule, point, Numbers.of(rule.below()).observed(rated).items(items));
  }

  private Optional<Finding> drop(Rule.PointDrop rule, Point point, @Nullable Rated rated) {
    BigDecimal previous = rated == null ? null : rated.previous();
    return rated != null
            && previous != null
            && Tenths.fellBy(rule.atLeast(), previous, rated.total())
        ? found(rule, point, Numbers.of(rule.atLeast()).observed(rated).previous(previous))
        : Optional.empty();
  }

  /** Once in a series, where the run is long enough for the first time. */
  private Optional<Finding> perfect(
      SeriesRule.PerfectScores rule, Point point, @Nullable Rated rated) {
    int before = running.getOrDefault(rule.id(), 0);
    if (rated == null || before >= rule.running()) {
      return Optional.empty();
    }
    int now = rated.total().compareTo(rule.from()) >= 0 ? before + 1 : 0;
    running.put(rule.id(), now);
    return now == rule.running()
        ? found(rule, point, Numbers.of(rule.from()).observed(rated).sessions(now))
        : Optional.empty();
  }

  /** Each time a run is long enough. */
  private Optional<Finding> recovered(
      SeriesRule.Recovered rule, Point point, @Nullable Rated rated) {
    BigDecimal first = rated == null ? null : rated.first();
    if (rated == null || first == null) {
      return Optional.empty();
    }
    boolean isWell =
        rule.scale().isBeyondCutOff(rated.score())
            && Outcomes.isBetter(rule.scale(), first, rated.total());
    int now = isWell ? running.getOrDefault(rule.id(), 0) + 1 : 0;
    running.put(rule.id(), now);
    return now == rule.running()
        ? found(rule, point, Outcomes.numbers(rule.scale(), rated))
        : Optional.empty();
  }

  private Optional<Finding> found(Rule.Mark rule, Point point, Numbers numbers) {
    Evidence evidence = numbers.rates(rule.realAmongSuch(), rule.falseAlarmsPer100()).evidence();
    return Optional.of(Finding.mark(series, rule, point, evidence, ceiling));
  }
}
