package dev.attune.contracts;

import org.jspecify.annotations.Nullable;

/** Keeps a record from being read with a field missing that every reader relies on. */
final class Required {

  private Required() {}

  static void field(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }
}
