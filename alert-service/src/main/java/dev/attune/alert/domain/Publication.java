package dev.attune.alert.domain;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import org.jspecify.annotations.Nullable;

/**
 * A record for {@code attune.alerts}.
 *
 * @param alert its whole state; null erases it
 */
public record Publication(AlertKey key, @Nullable Alert alert) {}
