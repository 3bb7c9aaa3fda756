package dev.attune.intake.domain;

import dev.attune.contracts.Rating;
import dev.attune.contracts.SessionRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that is to be filled in: by whom, about what, with which instruments. Everything that a
 * rating holds but the answers comes from here and never from a browser.
 *
 * @param instruments in the order in which they are asked
 * @param language an ISO 639 code, or null where the browser's is to be spoken
 * @param kiosk whether the form is filled in on a device that the next person uses too
 */
public record FormOrder(
    RatingContext about, List<Asked> instruments, @Nullable String language, boolean kiosk) {

  public FormOrder {
    instruments = List.copyOf(instruments);
  }

  /** An instrument in the version that its answers are about. */
  public record Asked(String id, String version) {}

  /**
   * A rating out of what was submitted.
   *
   * @param now when it was submitted. A form may be filled in before its session: as no rating is
   *     about a session to come, the session then counts as begun now
   */
  // A class file does not tell that a record's list may hold nulls.
  @SuppressWarnings("NullAway")
  public Rating rating(Submission.Part part, Instant now) {
    return new Rating(
        about.tenant(),
        about.episode(),
        about.client(),
        about.therapist(),
        about.population(),
        notAhead(about.session(), now),
        part.instrument(),
        about.rater(),
        part.answers(),
        false,
        null,
        part.declined(),
        null,
        null,
        now);
  }

  private static SessionRef notAhead(SessionRef session, Instant now) {
    return session.heldAt().isAfter(now)
        ? new SessionRef(session.id(), session.number(), now, session.setting(), session.delivery())
        : session;
  }
}
