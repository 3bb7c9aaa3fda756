package dev.attune.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every number an alert or mark rests on. Points are those of the instrument's own metric; computed
 * numbers are rounded to 6 decimals.
 *
 * @param observed the score of the session, in points
 * @param expected what was expected of this person at this session, in points
 * @param deviation the standard deviation of that expectation, in points
 * @param z how many deviations the score lies below the expectation
 * @param tailProbability how often an ordinary session lies at least as far below
 * @param previous the score of the session before, in points
 * @param threshold the number that was crossed: in deviations for a rule on {@code z}, else in
 *     points
 * @param earlierSessions how many rated sessions the expectation rests on
 * @param items the items the rule names
 * @param realAmongSuch the share of alerts this strong that were real ones in simulation
 * @param falseAlarmsPer100 how many of 100 ordinary sessions raise the rule in simulation
 * @param first the score of the first session, in points, for a rule on the change since then
 * @param cumulated the deviations below the expectation, added up over the sessions since they
 *     began
 * @param sessions how many sessions the sign rests on, for a rule that counts them
 * @param other what the other one of client and therapist rated at this session, in points
 * @param otherZ how many deviations that lies below what was expected of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Evidence(
    @Nullable BigDecimal observed,
    @Nullable BigDecimal expected,
    @Nullable BigDecimal deviation,
    @Nullable BigDecimal z,
    @Nullable BigDecimal tailProbability,
    @Nullable BigDecimal previous,
    @Nullable BigDecimal threshold,
    @Nullable Integer earlierSessions,
    @Nullable List<ItemEvidence> items,
    @Nullable BigDecimal realAmongSuch,
    @Nullable BigDecimal falseAlarmsPer100,
    @Nullable BigDecimal first,
    @Nullable BigDecimal cumulated,
    @Nullable Integer sessions,
    @Nullable BigDecimal other,
    @Nullable BigDecimal otherZ) {

  /** No number at all. */
  public static final Evidence NONE =
      new Evidence(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);

  public Evidence {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /**
   * An item that stands out.
   *
   * @param item the item's number from 1
   * @param answer the raw answer
   * @param usual the mean of this person's earlier answers to it, where there are any
   * @param highlighted far below the person's own other items of the same session
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ItemEvidence(
      int item, BigDecimal answer, @Nullable BigDecimal usual, boolean highlighted) {

    public ItemEvidence {
      Required.field("answer", answer);
      if (item < 1) {
        throw new IllegalArgumentException("an item's number counts from 1, was " + item);
      }
    }
  }
}
