package dev.attune.intake.rest;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Json;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.StableId;
import dev.attune.intake.domain.Reading;
import dev.attune.intake.domain.SessionReader;
import dev.attune.intake.log.Event;
import dev.attune.intake.log.EventLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Takes what became of one therapy session: reads it and appends it to the log. */
@Singleton
class RecordSession {

  private final SessionReader reader;
  private final EventLog log;
  private final Clock clock;

  RecordSession(SessionReader reader, EventLog log, Clock clock) {
    this.reader = reader;
    this.log = log;
    this.clock = clock;
  }

  /** The answer to a session that is on the log. */
  public record Accepted(String session) {}

  CompletableFuture<Accepted> record(
      byte[] body, String tenant, String session, String traceparent) {
    Instant now = clock.instant();
    return switch (reader.read(body, tenant, session, now)) {
      case Reading.Legal<SessionRecord>(SessionRecord legal) -> append(legal, now, traceparent);
      case Reading.Illegal<SessionRecord> why ->
          CompletableFuture.failedFuture(Refusals.illegal("session", why));
      case Reading.Unreadable<SessionRecord> where ->
          CompletableFuture.failedFuture(Refusals.unreadable(where));
    };
  }

  private CompletableFuture<Accepted> append(
      SessionRecord session, Instant now, String traceparent) {
    String id = StableId.of("ses", session.tenant(), session.episode(), session.session());
    var event =
        new Event(
            EventType.SESSION,
            session.tenant(),
            id,
            session.key().text(),
            Json.write(session),
            now,
            traceparent);
    return log.append(event)
        .handle((acknowledged, failure) -> {
          if (failure == null) {
            return new Accepted(session.session());
          }
          throw Refusals.of(failure);
        });
  }
}
