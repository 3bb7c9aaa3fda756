package dev.attune.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The score of one scale.
 *
 * @param scale the scale's id in the instrument's definition; {@code total} for the whole
 * @param state how far it could be scored; never {@code DECLINED}
 * @param value the score on the instrument's own metric, null where insufficient
 * @param pomp percent of maximum possible, 0 to 100, null where insufficient
 * @param missing how many items of the scale were not answered
 */
public record ScaleScore(
    String scale,
    ScoreState state,
    @Nullable BigDecimal value,
    @Nullable BigDecimal pomp,
    int missing) {

  public ScaleScore {
    Required.field("scale", scale);
    Required.field("state", state);
  }
}
