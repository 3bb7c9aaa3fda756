package dev.attune.feedback.stream;

import dev.attune.web.Caller;
import dev.attune.web.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the streams that are open and refuses those that are too many. */
@Singleton
class OpenStreams {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  private final StreamConfig config;
  private final Map<String, Integer> byCaller = new HashMap<>();
  private int total;

  OpenStreams(StreamConfig config, MeterRegistry meters) {
    this.config = config;
    Gauge.builder("attune.streams.open", this, OpenStreams::total)
        .description("open event streams")
        .register(meters);
  }

  /** A place among the open streams, to be given back once. */
  final class Place {

    private final String caller;
    private final AtomicBoolean free = new AtomicBoolean();

    private Place(String caller) {
      this.caller = caller;
    }

    boolean isTaken() {
      return !free.get();
    }

    void giveBack() {
      if (free.compareAndSet(false, true)) {
        release(caller);
      }
    }
  }

  /**
   * Takes a place.
   *
   * @throws ProblemException 429 where the caller has too many, 503 where all together have
   */
  synchronized Place take(Caller caller) {
    String key = caller.tenant() + " " + caller.subject();
    int own = byCaller.getOrDefault(key, 0);
    if (own >= config.perCaller()) {
      throw refused(429, "The caller has as many open streams as one may have.");
    }
    if (total >= config.total()) {
      throw refused(503, "There are as many open streams as there may be.");
    }
    byCaller.put(key, own + 1);
    total++;
    return new Place(key);
  }

  synchronized int total() {
    return total;
  }

  private synchronized void release(String caller) {
    total--;
    byCaller.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
  }

  private static ProblemException refused(int status, String detail) {
    return ProblemException.retryable(
        status, "too-many-streams", "Too many streams", detail, TRY_AGAIN);
  }
}
