package dev.attune.local.verify;

import dev.attune.local.letters.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a topic says last under a key.
 *
 * @param value null where the last record erases, or cannot be read
 * @param readable whether the last record can be read
 */
public record Stated<T>(Place place, @Nullable T value, boolean readable) {

  static <T> Stated<T> of(Place place, T value) {
    return new Stated<>(place, value, true);
  }

  static <T> Stated<T> erased(Place place) {
    return new Stated<>(place, null, true);
  }

  static <T> Stated<T> unreadable(Place place) {
    return new Stated<>(place, null, false);
  }

  /** Whether something is said, and what is said can be read. */
  boolean holds() {
    return value != null;
  }
}
