package dev.attune.intake.log;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the log acknowledges what is sent. It may be in reach, have its topics and still take
 * nothing, as when fewer replicas are in sync than it wants.
 */
@Singleton
class Acknowledgements {

  /** So many failures in a row are no accident. */
  static final int STREAK = 5;

  /**
   * After this long without a failure the streak is forgotten: who is not ready is sent nothing,
   * and could never find out that the log takes events again.
   */
  static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(15);

  private final Clock clock;
  private final AtomicInteger failedInARow = new AtomicInteger();
  private volatile long lastFailure;

  Acknowledgements(Clock clock) {
    this.clock = clock;
  }

  void succeeded() {
    // Read first: on the hot path nothing is written while all goes well.
    if (failedInARow.get() != 0) {
      failedInARow.set(0);
    }
  }

  void failed() {
    lastFailure = clock.millis();
    failedInARow.incrementAndGet();
  }

  /** Begins anew, where the failures have another explanation. */
  void forget() {
    failedInARow.set(0);
  }

  boolean failing() {
    return failedInARow.get() >= STREAK
        && clock.millis() - lastFailure < FORGOTTEN_AFTER.toMillis();
  }
}
