package dev.attune.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * An EHR that posts ratings one after the other and, as EHRs do, sends again what was answered with
 * 503 or not at all.
 */
final class Traffic {
  private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Clinic clinic;
  private final Map<String, BigDecimal> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  Traffic(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The totals of the ratings that were acknowledged, by their keys. */
  Map<String, BigDecimal> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /** The keys of the ratings that were given up without an answer. */
  Set<String> unknown() {
    return Set.copyOf(unknown);
  }

  /** Answers that a legal rating must never get. */
  Set<String> refused() {
    return Set.copyOf(refused);
  }

  /** Posts one rating until it is acknowledged. */
  void post(Case about, int session, String total) {
    JsonNode rating = about.srs(session, total);
    String key = about.key(session);
    long end = System.nanoTime() + GIVES_UP_AFTER.toNanos();
    Duration pause = FIRST_PAUSE;
    unknown.add(key);
    while (System.nanoTime() < end) {
      int status = attempt(rating);
      if (status == 202) {
        acknowledged.put(key, new BigDecimal(total));
        unknown.remove(key);
        return;
      }
      if (status != 503) {
        refused.add(status + " " + key);
        return;
      }
      LockSupport.parkNanos(pause.toNanos());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /** The status of the answer; none at all counts as 503, for it means the same. */
  private int attempt(JsonNode rating) {
    try {
      Answer answer = clinic.post(rating);
      return answer.status();
    } catch (UncheckedIOException e) {
      return 503;
    }
  }
}
