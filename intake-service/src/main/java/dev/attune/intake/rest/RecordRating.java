package dev.attune.intake.rest;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import dev.attune.intake.domain.RatingReader;
import dev.attune.intake.domain.Reading;
import dev.attune.intake.domain.RecentlyAcknowledged;
import dev.attune.intake.log.Event;
import dev.attune.intake.log.EventLog;
import dev.attune.web.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Takes one rating: reads it, appends it to the log, and tells what became of it. */
@Singleton
public class RecordRating {

  private final RatingReader reader;
  private final EventLog log;
  private final RecentlyAcknowledged recent;
  private final Clock clock;
  private final Tally tally;

  RecordRating(
      RatingReader reader, EventLog log, RecentlyAcknowledged recent, Clock clock, Tally tally) {
    this.reader = reader;
    this.log = log;
    this.recent = recent;
    this.clock = clock;
    this.tally = tally;
  }

  /**
   * Records a rating.
   *
   * @return what to answer, or a failure with the {@link ProblemException} to answer with
   */
  public CompletableFuture<Accepted> record(byte[] body, String tenant, String traceparent) {
    Instant now = clock.instant();
    return switch (reader.read(body, tenant, now)) {
      case Reading.Legal<Rating>(Rating rating) -> append(rating, now, traceparent);
      case Reading.Illegal<Rating> why -> refuse(Refusals.illegal("rating", why));
      case Reading.Unreadable<Rating> where -> refuse(Refusals.unreadable(where));
    };
  }

  private CompletableFuture<Accepted> append(Rating rating, Instant now, String traceparent) {
    RatingKey identity = rating.key();
    String ratingId = identity.ratingId();
    String key = identity.text();
    byte[] value = Json.write(rating);
    String tenant = rating.tenant();
    return log.append(new Event(EventType.RATING, tenant, ratingId, key, value, now, traceparent))
        .handle((acknowledged, failure) -> {
          if (failure == null) {
            return accepted(ratingId, recent.fingerprint(key, value));
          }
          throw tally.refused(Refusals.of(failure));
        });
  }

  private Accepted accepted(String ratingId, RecentlyAcknowledged.Fingerprint fingerprint) {
    boolean repeated = recent.acknowledged(fingerprint);
    tally.accepted(repeated);
    return new Accepted(ratingId, repeated);
  }

  private CompletableFuture<Accepted> refuse(ProblemException why) {
    return CompletableFuture.failedFuture(tally.refused(why));
  }
}
