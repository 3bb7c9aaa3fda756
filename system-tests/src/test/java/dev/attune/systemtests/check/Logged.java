package dev.attune.systemtests.check;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record as a {@code read_committed} reader of the log sees it.
 *
 * @param value null for a tombstone
 */
public record Logged<T>(int partition, long offset, String key, @Nullable T value) {

  /** The same place on the log with its value read. */
  public <R> Logged<R> map(Function<T, R> reading) {
    return new Logged<>(partition, offset, key, value == null ? null : reading.apply(value));
  }
}
