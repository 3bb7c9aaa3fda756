package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rating means. Numbers are rounded half up once, at the end, and have no trailing zeros.
 *
 * @param definition the version of the instrument's definition
 * @param state how far the whole could be scored
 * @param total the score of the scale {@code total}, at most 2 decimals
 * @param pomp the total as percent of maximum possible, 0 to 100, at most 1 decimal; for a scale of
 *     distress it grows with distress; null for a total that is a T score itself
 * @param t the total as T score (mean 50, standard deviation 10 of the reference norm), 10 to 90,
 *     at most 1 decimal; null without a norm of grade A to C
 * @param norms the norm that {@code t} rests on, with its version
 * @param scales every scale that could be looked at, in the order of the definition
 */
public record Scored(
    String definition,
    State state,
    @Nullable BigDecimal total,
    @Nullable BigDecimal pomp,
    @Nullable BigDecimal t,
    @Nullable String norms,
    List<ScaleResult> scales,
    List<RaisedFlag> flags) {

  public Scored {
    scales = List.copyOf(scales);
    flags = List.copyOf(flags);
  }

  /** How far a rating could be scored. */
  public enum State {
    /** Every item was answered. */
    COMPLETE,
    /** Some answers are missing, within the limit of the definition. */
    PRORATED,
    /** Too many answers are missing for a score; items may still be flagged. */
    INSUFFICIENT,
    /** The person chose not to rate. */
    DECLINED
  }
}
