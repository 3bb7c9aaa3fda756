package dev.attune.local;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a crashed part is started again: 200 ms the first time, then twice as
 * long each time up to 30 s, and from the start again after two minutes without a crash.
 */
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(200);
  static final Duration LONGEST = Duration.ofSeconds(30);
  static final Duration FORGIVEN_AFTER = Duration.ofMinutes(2);

  private Duration next = FIRST;
  private @Nullable Instant lastCrash;

  /** The wait after a crash at {@code now}. */
  Duration after(Instant now) {
    Instant last = lastCrash;
    if (last != null && Duration.between(last, now).compareTo(FORGIVEN_AFTER) > 0) {
      next = FIRST;
    }
    lastCrash = now;
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }
}
