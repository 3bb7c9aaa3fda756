package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.StrainRule;

/**
 * What a strain rule says of one session.
 *
 * @param before the level that was lost, in points, as far as the instrument can show it
 * @param numbers what it rests on
 */
record Alarm(StrainRule rule, Severity severity, double before, Numbers numbers) {}
