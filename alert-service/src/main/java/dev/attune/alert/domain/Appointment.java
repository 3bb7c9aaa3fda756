package dev.attune.alert.domain;

import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;

/**
 * What the EHR tells of a session.
 *
 * @param session with the date and number that the EHR has for it
 */
public record Appointment(SessionStatus status, SessionRef session) {

  /** What a record tells. */
  public static Appointment of(SessionRecord told) {
    return new Appointment(
        told.status(),
        new SessionRef(told.session(), told.number(), told.at(), told.setting(), told.delivery()));
  }

  boolean isHeld() {
    return switch (status) {
      case HELD -> true;
      case MISSED, CANCELLED -> false;
    };
  }
}
