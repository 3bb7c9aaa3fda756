package dev.attune.instruments;

import dev.attune.instruments.Scored.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scale's exact score before rounding; the value is null exactly where insufficient. */
record Tally(Scale scale, Range range, State state, @Nullable Ratio value, int missing) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;
  private static final int POMP_DECIMALS = 1;

  /** A score that came from elsewhere, without its items. */
  static Tally given(Scale scale, Range range, BigDecimal score) {
    return new Tally(scale, range, State.COMPLETE, Ratio.of(score), 0);
  }

  /** Of the answered ones among all keyed answers. */
  static Tally ofItems(
      Scale scale, Instrument instrument, List<? extends @Nullable BigDecimal> keyed) {
    BigDecimal sum = BigDecimal.ZERO;
    int valid = 0;
    for (int item : scale.items()) {
      BigDecimal answer = keyed.get(item - 1);
      if (answer != null) {
        sum = sum.add(answer);
        valid++;
      }
    }
    Range range = Range.of(instrument, scale);
    int missing = scale.items().size() - valid;
    if (valid < scale.minValid()) {
      return new Tally(scale, range, State.INSUFFICIENT, null, missing);
    }
    Ratio mean = Ratio.of(sum).over(BigDecimal.valueOf(valid));
    Ratio value = aggregate(scale, instrument.response(), mean);
    return new Tally(scale, range, missing == 0 ? State.COMPLETE : State.PRORATED, value, missing);
  }

  /** Of scales that are tallied already, each prorated by itself. */
  static Tally ofScales(Scale scale, Instrument instrument, List<Tally> parts) {
    Range range = Range.of(instrument, scale);
    int missing = parts.stream().mapToInt(Tally::missing).sum();
    if (parts.stream().anyMatch(part -> part.state() == State.INSUFFICIENT)) {
      return new Tally(scale, range, State.INSUFFICIENT, null, missing);
    }
    Ratio sum = Ratio.of(BigDecimal.ZERO);
    for (Tally part : parts) {
      sum = sum.plus(Objects.requireNonNull(part.value()));
    }
    boolean mean = scale.agg() == Aggregation.MEAN_OF_SCALES;
    Ratio value = mean ? sum.over(BigDecimal.valueOf(parts.size())) : sum;
    return new Tally(scale, range, missing == 0 ? State.COMPLETE : State.PRORATED, value, missing);
  }

  ScaleResult result() {
    return new ScaleResult(
        scale.id(),
        state,
        value == null ? null : value.rounded(DECIMALS),
        value == null ? null : percent(value, range).rounded(POMP_DECIMALS),
        missing);
  }

  private static Ratio aggregate(Scale scale, Response response, Ratio mean) {
    return switch (scale.agg()) {
      case SUM -> mean.times(BigDecimal.valueOf(scale.items().size()));
      case MEAN -> mean;
      case POMP_MEAN -> percent(mean, new Range(response.min(), response.max()));
      case SUM_OF_SCALES, MEAN_OF_SCALES ->
          throw new IllegalArgumentException("scale " + scale.id() + " is not made of items");
    };
  }

  private static Ratio percent(Ratio value, Range range) {
    return value.minus(range.min()).times(HUNDRED).over(range.width());
  }
}
