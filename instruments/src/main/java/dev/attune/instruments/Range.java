package dev.attune.instruments;

import java.math.BigDecimal;

/** The lowest and the highest score of a scale, on the instrument's own metric. */
public record Range(BigDecimal min, BigDecimal max) {

  private static final Range PERCENT = new Range(BigDecimal.ZERO, BigDecimal.valueOf(100));

  /** T scores are cut off four standard deviations from the mean. */
  static final Range T = new Range(BigDecimal.TEN, BigDecimal.valueOf(90));

  /** The items of a scale other than one of T scores share their range. */
  static Range of(Instrument instrument, Scale scale) {
    return switch (scale.agg()) {
      case SUM -> ofItems(instrument, scale).times(scale.items().size());
      case MEAN -> ofItems(instrument, scale);
      case POMP_MEAN -> PERCENT;
      case T_MEAN -> T;
      case SUM_OF_SCALES -> {
        Range sum = instrument.range(scale.of().getFirst());
        for (String part : scale.of().subList(1, scale.of().size())) {
          sum = sum.plus(instrument.range(part));
        }
        yield sum;
      }
      case MEAN_OF_SCALES, WEIGHTED_MEAN_OF_SCALES -> instrument.range(scale.of().getFirst());
    };
  }

  /** The lowest and the highest answer to the items of a scale. */
  static Range ofItems(Instrument instrument, Scale scale) {
    Item first = instrument.items().get(scale.items().getFirst() - 1);
    return instrument.responseTo(first).range();
  }

  /** How far the ends lie apart. */
  public BigDecimal width() {
    return max.subtract(min);
  }

  /** Whether a score lies within, the ends included. */
  public boolean contains(BigDecimal value) {
    return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
  }

  /** The value as far from the one end as the given one is from the other. */
  BigDecimal mirror(BigDecimal value) {
    return min.add(max).subtract(value);
  }

  /** Whether both ends are the same, however they are written. */
  public boolean isSameAs(Range other) {
    return min.compareTo(other.min) == 0 && max.compareTo(other.max) == 0;
  }

  private Range times(int count) {
    BigDecimal factor = BigDecimal.valueOf(count);
    return new Range(min.multiply(factor), max.multiply(factor));
  }

  private Range plus(Range other) {
    return new Range(min.add(other.min), max.add(other.max));
  }
}
