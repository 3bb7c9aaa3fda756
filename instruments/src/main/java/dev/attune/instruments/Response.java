package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How every item of an instrument is answered.
 *
 * @param min the lowest raw answer
 * @param max the highest raw answer
 * @param step the distance between two neighbouring answers
 * @param lineMm how long the line of a {@link Type#VAS} is on paper, in millimetres
 * @param anchors what single answers mean, where our own or free words exist
 */
public record Response(
    Type type,
    BigDecimal min,
    BigDecimal max,
    BigDecimal step,
    @Nullable Integer lineMm,
    List<Anchor> anchors) {

  public Response {
    anchors = Ordered.list(anchors);
    if (min.compareTo(max) >= 0 || step.signum() <= 0) {
      throw new IllegalArgumentException("a response needs min < max and a step above 0");
    }
  }

  /** The look of the scale. */
  public enum Type {
    /** A line that is marked and measured. */
    VAS,
    /** A slider with whole numbers. */
    SLIDER,
    /** Labelled options. */
    LIKERT
  }

  /** The words at one answer, by language. */
  public record Anchor(BigDecimal value, Map<String, String> text) {
    public Anchor {
      text = Ordered.map(text);
    }
  }
}
