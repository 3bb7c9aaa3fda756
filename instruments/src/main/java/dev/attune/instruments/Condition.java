package dev.attune.instruments;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/** What one rating has to show for a flag: a small closed set, so that definitions stay data. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.BeyondCutoff.class, name = "cutoff"),
  @JsonSubTypes.Type(value = Condition.OneItem.class, name = "item"),
  @JsonSubTypes.Type(value = Condition.AnyItem.class, name = "any_item"),
  @JsonSubTypes.Type(value = Condition.StraightLine.class, name = "straight_line"),
  @JsonSubTypes.Type(value = Condition.AtSession.class, name = "session"),
  @JsonSubTypes.Type(value = Condition.AllOf.class, name = "all")
})
public sealed interface Condition {

  /** A scale lies beyond the cut-off that applies to the respondent. */
  record BeyondCutoff(String cutoff) implements Condition {}

  /** One item, after reversal, lies on this side of the value. */
  record OneItem(int item, Comparator comparator, BigDecimal value) implements Condition {}

  /**
   * Some item, after reversal, lies on this side of the value; each such item is flagged.
   *
   * @param items the numbers of the items that are looked at; empty for all that are not in a block
   */
  record AnyItem(List<Integer> items, Comparator comparator, BigDecimal value)
      implements Condition {
    public AnyItem {
      items = Ordered.list(items);
    }
  }

  /**
   * The same answer to every item, though some are reversed: the answers contradict each other. The
   * middle of the scale does not, and is left alone.
   *
   * @param minAnswers the fewest answers that tell a pattern from chance
   */
  record StraightLine(int minAnswers) implements Condition {}

  /** The session's number lies on this side of the value; never, where the number is not known. */
  record AtSession(Comparator comparator, BigDecimal value) implements Condition {}

  /** Every one of these. */
  record AllOf(List<Condition> of) implements Condition {
    public AllOf {
      of = Ordered.list(of);
    }
  }
}
