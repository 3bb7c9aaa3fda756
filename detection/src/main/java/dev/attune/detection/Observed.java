package dev.attune.detection;

/**
 * What a score was held against, and what is expected from now on.
 *
 * @param predicted the expected score before this one was seen, in points; latent, so it may lie
 *     above the ceiling: show {@code min(ceiling, predicted)}
 * @param deviation the standard deviation of that prediction, in points
 * @param z how many deviations the score lies below the prediction; above 0 is worse than expected,
 *     and a score at the ceiling is never worse
 * @param tail how often an ordinary session lies at least as far below, 0 to 1
 * @param cusum the cumulated deviation (allowance 0.5 deviations a session) after this score, 0 or
 *     more
 * @param next the expectation after this score
 */
public record Observed(
    double predicted, double deviation, double z, double tail, double cusum, Expectation next) {}
