package dev.attune.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * An open loop: things happen at a given rate, whether or not what was asked before is answered.
 */
record Pace(int perSecond, Duration duration) {

  private static final long TICK_NANOS = 1_000_000;

  long count() {
    return perSecond * duration.toSeconds();
  }

  /**
   * Calls {@code each} with 0, 1, 2 … evenly spread over the duration; late calls are made up for.
   */
  void run(LongConsumer each) {
    long start = System.nanoTime();
    long count = count();
    for (long n = 0; n < count; ) {
      long due = (System.nanoTime() - start) * perSecond / 1_000_000_000L;
      for (; n <= due && n < count; n++) {
        each.accept(n);
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
  }
}
