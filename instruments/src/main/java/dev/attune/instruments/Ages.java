package dev.attune.instruments;

import org.jspecify.annotations.Nullable;

/** For which ages of the client an instrument is made, in years, both ends included. */
public record Ages(@Nullable Integer min, @Nullable Integer max) {}
