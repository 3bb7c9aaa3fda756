package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an item is answered.
 *
 * @param min the lowest raw answer
 * @param max the highest raw answer
 * @param step the distance between two neighbouring answers
 * @param lineMm how long the line of a {@link Type#VAS} is on paper, in millimetres
 * @param anchors what single answers mean, where our own or free words exist
 * @param anchorSchemes what the numbers stand for, where that depends on who rates; ratings by
 *     different schemes are not pooled
 * @param noEvidence the answer that stands for no evidence either way: a value, not a gap
 */
public record Response(
    Type type,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable BigDecimal step,
    @Nullable Integer lineMm,
    List<Anchor> anchors,
    Map<Perspective, AnchorScheme> anchorSchemes,
    @Nullable BigDecimal noEvidence) {

  public Response {
    anchors = Ordered.list(anchors);
    anchorSchemes = Ordered.map(anchorSchemes);
    if (type == Type.MIXED) {
      if (min != null || max != null || step != null) {
        throw new IllegalArgumentException("a mixed response has neither min nor max nor step");
      }
    } else if (min == null
        || max == null
        || step == null
        || min.compareTo(max) >= 0
        || step.signum() <= 0) {
      throw new IllegalArgumentException("a response needs min < max and a step above 0");
    }
  }

  /** The lowest and the highest raw answer. */
  public Range range() {
    if (min == null || max == null) {
      throw new IllegalStateException("a mixed response has no range; each item has its own");
    }
    return new Range(min, max);
  }

  /** Whether a raw answer can be given. */
  public boolean holds(BigDecimal answer) {
    Range range = range();
    return range.contains(answer)
        && step != null
        && answer.subtract(range.min()).remainder(step).signum() == 0;
  }

  /** Whether answers of this and of the other stand for the same. */
  boolean isComparableWith(Response other) {
    return type != Type.MIXED
        && other.type != Type.MIXED
        && range().isSameAs(other.range())
        && step != null
        && other.step != null
        && step.compareTo(other.step) == 0;
  }

  /** The look of the scale. */
  public enum Type {
    /** A line that is marked and measured. */
    VAS,
    /** A slider with whole numbers. */
    SLIDER,
    /** Labelled options. */
    LIKERT,
    /** Steps between two opposite words. */
    BIPOLAR,
    /** No (0) or yes (1). */
    YES_NO,
    /** Drawn faces, numbered from the left. */
    FACES,
    /** Every item has its own. */
    MIXED
  }

  /** What the numbers of a rating stand for. */
  public enum AnchorScheme {
    /** How often something is so. */
    FREQUENCY,
    /** How strong the evidence is that something is so, from strong evidence against it. */
    EVIDENCE
  }

  /** The words at one answer, by language. */
  public record Anchor(BigDecimal value, Map<String, String> text) {
    public Anchor {
      text = Ordered.map(text);
    }
  }
}
