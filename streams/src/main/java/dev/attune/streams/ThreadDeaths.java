package dev.attune.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows the death of a stream thread. What the broker causes is waited out for ever;
 * what the records or the code cause is tried again a limited number of times, so that a crash loop
 * comes to an end that a supervisor sees.
 */
final class ThreadDeaths {

  /** What follows. */
  sealed interface Verdict {

    /** A new thread, after a pause. */
    record Replace(Duration pause) implements Verdict {}

    /** No new thread. */
    record GiveUp() implements Verdict {}
  }

  private final StreamsOptions.Replacement options;
  private final Deque<Instant> counted = new ArrayDeque<>();

  ThreadDeaths(StreamsOptions.Replacement options) {
    this.options = options;
  }

  /** A thread died at that time. */
  synchronized Verdict died(Throwable cause, Instant at) {
    if (isOfTheBroker(cause)) {
      return new Verdict.Replace(options.longestPause());
    }
    Instant forgiven = at.minus(options.window());
    counted.removeIf(earlier -> !earlier.isAfter(forgiven));
    counted.addLast(at);
    return counted.size() > options.limit()
        ? new Verdict.GiveUp()
        : new Verdict.Replace(pauseBefore(counted.size()));
  }

  private Duration pauseBefore(int replacement) {
    long factor = 1L << Math.min(replacement - 1, 20);
    Duration pause = options.pause().multipliedBy(factor);
    return pause.compareTo(options.longestPause()) < 0 ? pause : options.longestPause();
  }

  private static boolean isOfTheBroker(Throwable error) {
    for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException || cause instanceof MissingSourceTopicException) {
        return true;
      }
    }
    return false;
  }
}
