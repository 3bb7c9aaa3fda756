package dev.attune.instruments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The score of one scale.
 *
 * @param scale the scale's id
 * @param value on the instrument's own metric, at most 2 decimals; null where insufficient
 * @param pomp percent of maximum possible, 0 to 100, at most 1 decimal; null where insufficient
 * @param missing how many of its items were not answered
 */
public record ScaleResult(
    String scale,
    Scored.State state,
    @Nullable BigDecimal value,
    @Nullable BigDecimal pomp,
    int missing) {}
