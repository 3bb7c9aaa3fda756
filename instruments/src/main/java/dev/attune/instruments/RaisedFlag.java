package dev.attune.instruments;

import org.jspecify.annotations.Nullable;

/**
 * A flag that a rating raised.
 *
 * @param item the item's number from 1, where it is about one
 */
public record RaisedFlag(String code, FlagRule.Level severity, @Nullable Integer item) {}
