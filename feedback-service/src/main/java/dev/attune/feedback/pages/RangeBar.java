package dev.attune.feedback.pages;

import dev.attune.contracts.Evidence;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was rated against what was expected, on a rail from 4 to 296; positions as SVG lengths.
 *
 * @param from where the expected band begins
 * @param width how wide the expected band is
 * @param expected where its middle lies
 * @param observed where the rating lies
 */
public record RangeBar(String from, String width, String expected, String observed) {

  private static final double START = 4;
  private static final double LENGTH = 292;
  private static final double DEVIATIONS_SHOWN = 4;

  /** Nothing where the evidence does not rest on an expectation. */
  static Optional<RangeBar> of(Evidence evidence, @Nullable BigDecimal max) {
    BigDecimal observed = evidence.observed();
    BigDecimal expected = evidence.expected();
    BigDecimal deviation = evidence.deviation();
    if (observed == null || expected == null || deviation == null || deviation.signum() <= 0) {
      return Optional.empty();
    }
    double sd = deviation.doubleValue();
    double middle = expected.doubleValue();
    double seen = observed.doubleValue();
    double end = max == null ? Math.max(seen, middle + 2 * sd) : max.doubleValue();
    double begin = Math.min(seen - sd / 2, middle - DEVIATIONS_SHOWN * sd);
    var rail = new Rail(begin, Math.max(end, begin + sd));
    double bandFrom = rail.at(middle - sd);
    return Optional.of(
        new RangeBar(
            length(bandFrom),
            length(Math.max(0, rail.at(middle + sd) - bandFrom)),
            length(rail.at(middle)),
            length(rail.at(seen))));
  }

  private record Rail(double begin, double end) {

    double at(double value) {
      double share = (Math.clamp(value, begin, end) - begin) / (end - begin);
      return START + share * LENGTH;
    }
  }

  private static String length(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
