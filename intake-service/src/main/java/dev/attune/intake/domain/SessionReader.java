package dev.attune.intake.domain;

import static java.util.Objects.requireNonNull;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Identifiers;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what became of a therapy session. */
public final class SessionReader {

  /** How far ahead a session may have been planned that is cancelled now. */
  static final Duration PLANNED_AHEAD = Duration.ofDays(366);

  private static final Fields FIELDS =
      Fields.of("episode", "client", "therapist", "number?", "status", "at", "setting", "delivery");

  /**
   * Reads a session.
   *
   * @param tenant the caller's clinic
   * @param session the session's id, from the address
   * @param now a session held or missed later than 5 minutes after it is refused
   */
  public Reading<SessionRecord> read(byte[] body, String tenant, String session, Instant now) {
    var faults = new Faults();
    String fault = Identifiers.fault(session);
    if (fault != null) {
      faults.add("", "the session's id in the address " + fault);
    }
    return Walk.over(
        body,
        faults,
        walk -> {
          var draft = new Draft();
          var values = new Values(walk, now);
          walk.body(FIELDS, name -> draft.read(name, values));
          draft.check(now, faults);
          return faults.none() ? draft.toRecord(tenant, session) : null;
        });
  }

  /** A session half read. */
  private static final class Draft {

    private @Nullable String episode;
    private @Nullable String client;
    private @Nullable String therapist;
    private @Nullable Integer number;
    private @Nullable SessionStatus status;
    private @Nullable Instant at;
    private @Nullable Setting setting;
    private @Nullable Delivery delivery;

    void read(String name, Values values) throws IOException {
      switch (name) {
        case "episode" -> episode = values.identifier();
        case "client" -> client = values.identifier();
        case "therapist" -> therapist = values.identifier();
        case "number" -> number = values.sessionNumber();
        case "status" -> status = values.oneOf(SessionStatus.values());
        case "at" -> at = values.planned(PLANNED_AHEAD);
        case "setting" -> setting = values.oneOf(Setting.values());
        case "delivery" -> delivery = values.oneOf(Delivery.values());
        default -> throw new IllegalStateException("declared, but not read: " + name);
      }
    }

    /** Only a cancelled session may lie ahead. */
    void check(Instant now, Faults faults) {
      if (at != null
          && status != null
          && status != SessionStatus.CANCELLED
          && at.isAfter(now.plus(Values.CLOCKS_DIFFER))) {
        faults.add("/at", Values.IN_THE_FUTURE);
      }
    }

    SessionRecord toRecord(String tenant, String session) {
      return new SessionRecord(
          tenant,
          requireNonNull(episode),
          requireNonNull(client),
          requireNonNull(therapist),
          session,
          number,
          requireNonNull(status),
          requireNonNull(at),
          requireNonNull(setting),
          requireNonNull(delivery));
    }
  }
}
