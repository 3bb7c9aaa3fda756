package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether answers are legal for an instrument. The same check stands at the door and before
 * scoring. Numbers may come from anywhere: their size is looked at before any arithmetic.
 */
public final class Answers {

  /** More bits or decimals than any answer needs; beyond them arithmetic could become costly. */
  private static final int MAX_BITS = 64;

  private static final int MAX_SCALE = 12;

  /** How many times over a number may be written with zeros that tell nothing. */
  private static final int PADDING = 4;

  /** Totals may come from elsewhere with more decimals than a score has. */
  private static final int TOTAL_DECIMALS = 6;

  private Answers() {}

  /** What is wrong with raw answers in item order, null where not answered; empty if nothing. */
  public static List<Fault> faults(
      Instrument instrument, List<? extends @Nullable BigDecimal> answers) {
    if (instrument.status() == Instrument.Status.CUSTOM_PACK_REQUIRED) {
      return List.of(new Fault("/instrument", KeyMissing.explain(instrument)));
    }
    List<Item> items = instrument.everyItem();
    if (answers.size() != instrument.items().size() && answers.size() != items.size()) {
      return List.of(
          new Fault(
              "/answers",
              "must hold %s answers, null where not answered, held %d"
                  .formatted(counts(instrument), answers.size())));
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      BigDecimal answer = answers.get(i);
      Response response = instrument.responseTo(items.get(i));
      if (answer != null && !(isModest(answer) && response.holds(answer))) {
        faults.add(new Fault("/answers/" + i, rule(response)));
      }
    }
    return List.copyOf(faults);
  }

  /**
   * Answers as they were displayed, of a system that stores them reversed already.
   *
   * @param keyedAtCapture whether it does
   */
  public static List<@Nullable BigDecimal> asDisplayed(
      Instrument instrument, List<? extends @Nullable BigDecimal> answers, boolean keyedAtCapture) {
    return keyedAtCapture
        ? Keyed.turned(instrument, answers)
        : Collections.unmodifiableList(new ArrayList<@Nullable BigDecimal>(answers));
  }

  /** What is wrong with scores by scale id, where only totals are known; empty if nothing. */
  public static List<Fault> totalFaults(
      Instrument instrument, Map<String, ? extends @Nullable BigDecimal> scores) {
    if (instrument.status() == Instrument.Status.CUSTOM_PACK_REQUIRED) {
      return List.of(new Fault("/instrument", KeyMissing.explain(instrument)));
    }
    if (instrument.scales().isEmpty()) {
      return List.of(new Fault("/scores", "must not be there: the instrument has no scores"));
    }
    if (scores.isEmpty()) {
      return List.of(new Fault("/scores", "must hold at least one of " + scaleIds(instrument)));
    }
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, ? extends @Nullable BigDecimal> score : scores.entrySet()) {
      if (instrument.scale(score.getKey()).isEmpty()) {
        faults.add(new Fault("/scores", "must hold only " + scaleIds(instrument)));
        continue;
      }
      Range range = instrument.range(score.getKey());
      if (!isLegalTotal(range, score.getValue())) {
        faults.add(new Fault("/scores/" + score.getKey(), rule(range)));
      }
    }
    return List.copyOf(faults);
  }

  private static boolean isLegalTotal(Range range, @Nullable BigDecimal score) {
    return score != null
        && isModest(score)
        && score.stripTrailingZeros().scale() <= TOTAL_DECIMALS
        && range.contains(score);
  }

  /** The way a number is written does not matter, as long as it can be looked at cheaply. */
  private static boolean isModest(BigDecimal number) {
    return isWithin(number, 1)
        || (isWithin(number, PADDING) && isWithin(number.stripTrailingZeros(), 1));
  }

  private static boolean isWithin(BigDecimal number, int times) {
    return Math.abs((long) number.scale()) <= (long) MAX_SCALE * times
        && number.unscaledValue().bitLength() <= MAX_BITS * times;
  }

  private static String counts(Instrument instrument) {
    int items = instrument.items().size();
    return instrument.blocks().isEmpty()
        ? String.valueOf(items)
        : "%d or, with its blocks, %d".formatted(items, instrument.everyItem().size());
  }

  private static String rule(Response response) {
    return "must be null or lie between %s and %s in steps of %s"
        .formatted(
            response.range().min().toPlainString(),
            response.range().max().toPlainString(),
            Objects.requireNonNull(response.step()).toPlainString());
  }

  private static String rule(Range range) {
    return "must lie between %s and %s with at most %d decimals"
        .formatted(range.min().toPlainString(), range.max().toPlainString(), TOTAL_DECIMALS);
  }

  private static String scaleIds(Instrument instrument) {
    return instrument.scales().stream().map(Scale::id).collect(Collectors.joining(", "));
  }
}
