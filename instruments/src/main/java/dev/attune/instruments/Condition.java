package dev.attune.instruments;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/** What one rating has to show for a flag: a small closed set, so that definitions stay data. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.BeyondCutoff.class, name = "cutoff"),
  @JsonSubTypes.Type(value = Condition.OneItem.class, name = "item"),
  @JsonSubTypes.Type(value = Condition.AnyItem.class, name = "any_item"),
  @JsonSubTypes.Type(value = Condition.StraightLine.class, name = "straight_line")
})
public sealed interface Condition {

  /** A scale lies beyond the cut-off that applies to the respondent. */
  record BeyondCutoff(String cutoff) implements Condition {}

  /** One item, after reversal, lies on this side of the value. */
  record OneItem(int item, Comparator comparator, BigDecimal value) implements Condition {}

  /** Some item, after reversal, lies on this side of the value; each such item is flagged. */
  record AnyItem(Comparator comparator, BigDecimal value) implements Condition {}

  /**
   * The same answer to every item, though some are reversed: the answers contradict each other. The
   * middle of the scale does not, and is left alone.
   *
   * @param minAnswers the fewest answers that tell a pattern from chance
   */
  record StraightLine(int minAnswers) implements Condition {}
}
