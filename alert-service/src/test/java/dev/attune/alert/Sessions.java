package dev.attune.alert;

import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;
import org.jspecify.annotations.Nullable;

/** What the EHR tells of the sessions of {@link Scores}, a session a week. */
public final class Sessions {

  private Sessions() {}

  /** The session of a week was held; its number is not told. */
  public static SessionRecord held(int week) {
    return told(SessionStatus.HELD, Scores.session(week, null));
  }

  /** The session of a week was held, and was the how-manyeth. */
  public static SessionRecord held(int week, @Nullable Integer number) {
    return told(SessionStatus.HELD, Scores.session(week, number));
  }

  public static SessionRecord missed(int week) {
    return told(SessionStatus.MISSED, Scores.session(week, null));
  }

  public static SessionRecord cancelled(int week) {
    return told(SessionStatus.CANCELLED, Scores.session(week, null));
  }

  /** The same in another episode. */
  public static SessionRecord inEpisode(String episode, SessionRecord told) {
    return new SessionRecord(
        told.tenant(),
        episode,
        told.client(),
        told.therapist(),
        told.session(),
        told.number(),
        told.status(),
        told.at(),
        told.setting(),
        told.delivery());
  }

  public static SessionRecord told(SessionStatus status, SessionRef session) {
    return new SessionRecord(
        Scores.TENANT,
        Scores.EPISODE,
        "C-1",
        "T-9",
        session.id(),
        session.number(),
        status,
        session.heldAt(),
        session.setting(),
        session.delivery());
  }
}
