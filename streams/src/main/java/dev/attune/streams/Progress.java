package dev.attune.streams;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether records are being handled.
 *
 * @param handled how many records were handled when last looked at
 * @param lag how many wait
 * @param since when there was last either progress or nothing to do
 */
record Progress(long handled, long lag, Instant since) {

  /** Before the first look. */
  static Progress from(Instant start) {
    return new Progress(0, 0, start);
  }

  /** After a further look. */
  Progress look(long handledNow, long lagNow, Instant now) {
    boolean moves = lagNow == 0 || handledNow != handled;
    return new Progress(handledNow, lagNow, moves ? now : since);
  }

  /** Records wait, and none was handled for too long. */
  boolean isStalled(Instant now, Duration patience) {
    return lag > 0 && Duration.between(since, now).compareTo(patience) >= 0;
  }
}
