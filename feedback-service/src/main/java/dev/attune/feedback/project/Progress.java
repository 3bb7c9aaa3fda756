package dev.attune.feedback.project;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether the projection gets on. Having nothing to do is progress; a loop that no longer turns is
 * none, so that a dead thread shows as well.
 */
final class Progress {

  private record Seen(Instant progressAt, long lag) {}

  private final AtomicReference<Seen> seen;

  Progress(Instant now) {
    seen = new AtomicReference<>(new Seen(now, 0));
  }

  /** Records were taken over. */
  void took(Instant now) {
    seen.updateAndGet(last -> new Seen(now, last.lag()));
  }

  /** So many records wait. */
  void lagIs(long lag, Instant now) {
    seen.updateAndGet(last -> new Seen(lag == 0 ? now : last.progressAt(), lag));
  }

  /** How many records wait. */
  long lag() {
    return seen.get().lag();
  }

  boolean stalled(Instant now, Duration after) {
    return Duration.between(seen.get().progressAt(), now).compareTo(after) > 0;
  }
}
