package dev.attune.instruments;

/**
 * Why a rating does not fit its instrument.
 *
 * @param pointer JSON Pointer into the rating, e.g. {@code /answers/2}
 * @param message the rule that was broken; it never repeats the value
 */
public record Fault(String pointer, String message) {}
