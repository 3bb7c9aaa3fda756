package dev.attune.instruments;

import java.math.BigDecimal;

/** The lowest and the highest score of a scale, on the instrument's own metric. */
public record Range(BigDecimal min, BigDecimal max) {

  private static final Range PERCENT = new Range(BigDecimal.ZERO, BigDecimal.valueOf(100));

  static Range of(Instrument instrument, Scale scale) {
    Response response = instrument.response();
    return switch (scale.agg()) {
      case SUM -> new Range(response.min(), response.max()).times(scale.items().size());
      case MEAN -> new Range(response.min(), response.max());
      case POMP_MEAN -> PERCENT;
      case SUM_OF_SCALES ->
          scale.of().stream().map(instrument::range).reduce(Range::plus).orElseThrow();
      case MEAN_OF_SCALES -> instrument.range(scale.of().getFirst());
    };
  }

  /** How far the ends lie apart. */
  public BigDecimal width() {
    return max.subtract(min);
  }

  /** Whether a score lies within, the ends included. */
  public boolean contains(BigDecimal value) {
    return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
  }

  private Range times(int count) {
    BigDecimal factor = BigDecimal.valueOf(count);
    return new Range(min.multiply(factor), max.multiply(factor));
  }

  private Range plus(Range other) {
    return new Range(min.add(other.min), max.add(other.max));
  }
}
