package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    int items = instrument.items().size();
    if (answers.size() != items) {
      return List.of(
          new Fault(
              "/answers",
              "must hold %d answers, null where not answered, held %d"
                  .formatted(items, answers.size())));
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      BigDecimal answer = answers.get(i);
      if (answer != null && !isLegal(instrument.response(), answer)) {
        faults.add(new Fault("/answers/" + i, rule(instrument.response())));
      }
    }
    return List.copyOf(faults);
  }

  /** What is wrong with scores by scale id, where only totals are known; empty if nothing. */
  public static List<Fault> totalFaults(
      Instrument instrument, Map<String, ? extends @Nullable BigDecimal> scores) {
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

  private static boolean isLegal(Response response, BigDecimal answer) {
    return isModest(answer)
        && response.min().compareTo(answer) <= 0
        && answer.compareTo(response.max()) <= 0
        && answer.subtract(response.min()).remainder(response.step()).signum() == 0;
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

  private static String rule(Response response) {
    return "must be null or lie between %s and %s in steps of %s"
        .formatted(
            response.min().toPlainString(),
            response.max().toPlainString(),
            response.step().toPlainString());
  }

  private static String rule(Range range) {
    return "must lie between %s and %s with at most %d decimals"
        .formatted(range.min().toPlainString(), range.max().toPlainString(), TOTAL_DECIMALS);
  }

  private static String scaleIds(Instrument instrument) {
    return instrument.scales().stream().map(Scale::id).collect(Collectors.joining(", "));
  }
}
