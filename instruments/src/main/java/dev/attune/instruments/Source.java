package dev.attune.instruments;

import org.jspecify.annotations.Nullable;

/**
 * Something published that a definition rests on.
 *
 * @param key how provenances of the same definition refer to it
 */
public record Source(String key, String title, @Nullable String address) {}
