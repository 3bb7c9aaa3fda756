package dev.attune.intake.rest;

import dev.attune.web.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts ratings by what became of them; no count names a tenant or a person. */
@Singleton
class Tally {

  private static final String REFUSED = "attune.ratings.refused";

  private final MeterRegistry metrics;
  private final Counter accepted;
  private final Counter repeated;

  Tally(MeterRegistry metrics) {
    this.metrics = metrics;
    this.accepted =
        Counter.builder("attune.ratings.accepted")
            .description("Ratings acknowledged by the log")
            .register(metrics);
    this.repeated =
        Counter.builder("attune.ratings.repeated")
            .description("Accepted ratings known to be identical to the one before")
            .register(metrics);
  }

  void accepted(boolean again) {
    accepted.increment();
    if (again) {
      repeated.increment();
    }
  }

  /**
   * Counts a refusal, by the slug of its problem, and gives it back. A call that is refused before
   * anybody looks for a rating in it (401, 403, 405, 406, 415) is counted by its status alone, in
   * {@code http.server.requests}.
   */
  ProblemException refused(ProblemException why) {
    metrics.counter(REFUSED, "reason", why.problem().slug()).increment();
    return why;
  }
}
