package dev.attune.instruments;

import dev.attune.instruments.Scored.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scale's exact score before rounding; the value is null exactly where insufficient. */
record Tally(
    Scale scale, Range range, boolean percent, State state, @Nullable Ratio value, int missing) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal T_MEAN = BigDecimal.valueOf(50);
  private static final BigDecimal T_SD = BigDecimal.TEN;
  private static final int DECIMALS = 2;
  private static final int POMP_DECIMALS = 1;

  /** A score that came from elsewhere, without its items. */
  static Tally given(Scale scale, Instrument instrument, BigDecimal score) {
    return of(scale, instrument, Ratio.of(score), 0);
  }

  /** Of the answered ones among all keyed answers. */
  static Tally ofItems(Scale scale, Instrument instrument, Keyed keyed) {
    BigDecimal sum = BigDecimal.ZERO;
    int valid = 0;
    for (int item : scale.items()) {
      BigDecimal answer = keyed.value(item);
      if (answer != null) {
        sum = sum.add(answer);
        valid++;
      }
    }
    int missing = scale.items().size() - valid;
    if (valid < scale.minValid()) {
      return insufficient(scale, instrument, missing);
    }
    BigDecimal count = BigDecimal.valueOf(valid);
    Ratio value =
        switch (scale.agg()) {
          case SUM -> mean(sum, count, keyed).times(BigDecimal.valueOf(scale.items().size()));
          case MEAN -> mean(sum, count, keyed);
          case POMP_MEAN -> percent(mean(sum, count, keyed), Range.ofItems(instrument, scale));
          case T_MEAN -> t(sumOfZ(scale, instrument, keyed).over(count));
          case SUM_OF_SCALES, MEAN_OF_SCALES, WEIGHTED_MEAN_OF_SCALES ->
              throw new IllegalArgumentException("scale " + scale.id() + " is not made of items");
        };
    return of(scale, instrument, value, missing);
  }

  /** Of scales that are tallied already, each prorated by itself. */
  static Tally ofScales(Scale scale, Instrument instrument, List<Tally> parts) {
    int missing = parts.stream().mapToInt(Tally::missing).sum();
    Ratio sum = Ratio.of(BigDecimal.ZERO);
    int weights = 0;
    for (Tally part : parts) {
      if (part.value() == null) {
        return insufficient(scale, instrument, missing);
      }
      int weight =
          scale.agg() == Aggregation.WEIGHTED_MEAN_OF_SCALES ? part.scale().items().size() : 1;
      sum = sum.plus(part.value().times(BigDecimal.valueOf(weight)));
      weights += weight;
    }
    boolean isSum = scale.agg() == Aggregation.SUM_OF_SCALES;
    return of(scale, instrument, isSum ? sum : sum.over(BigDecimal.valueOf(weights)), missing);
  }

  ScaleResult result() {
    return new ScaleResult(
        scale.id(),
        state,
        value == null ? null : value.rounded(DECIMALS),
        value == null || !percent ? null : percent(value, range).rounded(POMP_DECIMALS),
        missing);
  }

  /** How far above the mean of a norm, as T score, cut off where a norm carries no further. */
  static Ratio t(Ratio score, BigDecimal mean, BigDecimal sd) {
    return t(score.minus(mean).over(sd));
  }

  private static Ratio t(Ratio z) {
    return z.times(T_SD).plus(Ratio.of(T_MEAN)).within(Range.T);
  }

  private static Tally of(Scale scale, Instrument instrument, Ratio value, int missing) {
    return new Tally(
        scale,
        Range.of(instrument, scale),
        !instrument.isStandardised(scale),
        missing == 0 ? State.COMPLETE : State.PRORATED,
        value,
        missing);
  }

  private static Tally insufficient(Scale scale, Instrument instrument, int missing) {
    return new Tally(scale, Range.of(instrument, scale), false, State.INSUFFICIENT, null, missing);
  }

  private static Ratio mean(BigDecimal sum, BigDecimal count, Keyed keyed) {
    return Ratio.of(sum).over(count.multiply(keyed.parts()));
  }

  private static Ratio sumOfZ(Scale scale, Instrument instrument, Keyed keyed) {
    Ratio sum = Ratio.of(BigDecimal.ZERO);
    for (int number : scale.items()) {
      BigDecimal answer = keyed.value(number);
      if (answer != null) {
        Item item = instrument.items().get(number - 1);
        Item.Standard raw =
            Objects.requireNonNull(item.standard(), () -> "item " + number + " needs a standard");
        BigDecimal mean =
            instrument.reverse().contains(number)
                ? instrument.responseTo(item).range().mirror(raw.mean())
                : raw.mean();
        sum = sum.plus(Ratio.of(answer).over(keyed.parts()).minus(mean).over(raw.sd()));
      }
    }
    return sum;
  }

  private static Ratio percent(Ratio value, Range range) {
    return value.minus(range.min()).times(HUNDRED).over(range.width());
  }
}
