package dev.attune.systemtests.check;

/**
 * One place where an invariant does not hold.
 *
 * @param invariant which one, as a sentence about what was seen
 * @param subject the key or id it was seen at
 */
public record Breach(String invariant, String subject) {}
