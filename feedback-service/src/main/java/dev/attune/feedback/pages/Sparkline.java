package dev.attune.feedback.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of totals small enough to stand in a row, drawn in a box of 96 by 32.
 *
 * @param path the line, as SVG path data
 * @param x of the last total
 * @param y of the last total
 */
public record Sparkline(String path, String x, String y) {

  private static final double WIDTH = 96;
  private static final double HEIGHT = 32;
  private static final double MARGIN = 4;

  /** Smaller ups and downs look small: a box is at least so many points high. */
  private static final double LEAST_SPAN = 8;

  /** Nothing where there are fewer than two totals to connect. */
  static Optional<Sparkline> of(List<BigDecimal> totals) {
    if (totals.size() < 2) {
      return Optional.empty();
    }
    double low = totals.stream().mapToDouble(BigDecimal::doubleValue).min().orElseThrow();
    double high = totals.stream().mapToDouble(BigDecimal::doubleValue).max().orElseThrow();
    var box = new Box((low + high) / 2, Math.max(high - low, LEAST_SPAN), totals.size() - 1);
    var path = new StringBuilder();
    for (int i = 0; i < totals.size(); i++) {
      path.append(i == 0 ? "M" : "L").append(box.x(i)).append(' ').append(box.y(totals.get(i)));
    }
    int last = totals.size() - 1;
    return Optional.of(new Sparkline(path.toString(), box.x(last), box.y(totals.getLast())));
  }

  private record Box(double middle, double span, int steps) {

    String x(int step) {
      return length(MARGIN + step * (WIDTH - 2 * MARGIN) / steps);
    }

    String y(BigDecimal total) {
      double share = (total.doubleValue() - middle) / span;
      return length(HEIGHT / 2 - share * (HEIGHT - 2 * MARGIN));
    }

    private static String length(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }
}
