package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers after reversal, in item order, null where there is none.
 *
 * @param values how many parts of the answer's unit; so that the mean of three raters is exact
 * @param parts how many make a whole
 */
record Keyed(List<? extends @Nullable BigDecimal> values, BigDecimal parts) {

  /** Where only totals are known. */
  static final Keyed NONE = new Keyed(List.of(), BigDecimal.ONE);

  static Keyed of(Instrument instrument, List<? extends @Nullable BigDecimal> answers) {
    return new Keyed(turned(instrument, answers), BigDecimal.ONE);
  }

  /** Of each item the mean over the raters who coded it. */
  static Keyed meanOf(
      Instrument instrument, List<? extends List<? extends @Nullable BigDecimal>> raters) {
    int items = raters.getFirst().size();
    BigDecimal[] sums = new BigDecimal[items];
    int[] counts = new int[items];
    for (List<? extends @Nullable BigDecimal> rater : raters) {
      List<@Nullable BigDecimal> keyed = turned(instrument, rater);
      for (int i = 0; i < items; i++) {
        BigDecimal answer = keyed.get(i);
        if (answer != null) {
          sums[i] = counts[i] == 0 ? answer : sums[i].add(answer);
          counts[i]++;
        }
      }
    }
    long parts = 1;
    for (int count : counts) {
      parts = count == 0 ? parts : parts / gcd(parts, count) * count;
    }
    List<@Nullable BigDecimal> values = new ArrayList<>(items);
    for (int i = 0; i < items; i++) {
      values.add(counts[i] == 0 ? null : sums[i].multiply(BigDecimal.valueOf(parts / counts[i])));
    }
    return new Keyed(values, BigDecimal.valueOf(parts));
  }

  /** Reversal is its own inverse: this turns keyed answers back, too. */
  static List<@Nullable BigDecimal> turned(
      Instrument instrument, List<? extends @Nullable BigDecimal> answers) {
    List<Item> items = instrument.everyItem();
    List<@Nullable BigDecimal> turned = new ArrayList<>(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      BigDecimal answer = answers.get(i);
      boolean reversed = answer != null && instrument.reverse().contains(i + 1);
      turned.add(reversed ? instrument.responseTo(items.get(i)).range().mirror(answer) : answer);
    }
    return turned;
  }

  /** In parts; null where there is no answer to the item. */
  @Nullable BigDecimal value(int item) {
    return item <= values.size() ? values.get(item - 1) : null;
  }

  /** Whether the answer to an item lies on this side of the limit; never, where there is none. */
  boolean holds(int item, Comparator comparator, BigDecimal limit) {
    BigDecimal answer = value(item);
    return answer != null && comparator.holds(answer, limit.multiply(parts));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
