package dev.attune.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that has no other way to tell. */
final class Waiting {

  private static final long STEP_MILLIS = 100;

  private Waiting() {}

  /**
   * Asks every 100 ms.
   *
   * @throws IllegalStateException if {@code condition} does not hold in time
   */
  static void until(String what, Duration patience, BooleanSupplier condition) {
    if (!holds(patience, condition)) {
      throw new IllegalStateException(
          "waited " + patience.toSeconds() + " s in vain until " + what);
    }
  }

  /** Whether {@code condition} came to hold in time. */
  static boolean holds(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      pause(STEP_MILLIS);
    }
    return true;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
