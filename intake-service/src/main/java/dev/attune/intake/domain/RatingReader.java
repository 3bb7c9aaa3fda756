package dev.attune.intake.domain;

import dev.attune.contracts.Rating;
import dev.attune.instruments.Catalogue;
import java.time.Instant;

/**
 * Reads a rating and checks it against its instrument: a legal one, or everything wrong with it.
 */
public final class RatingReader {

  private static final Fields FIELDS =
      Fields.of(
          "episode",
          "client",
          "therapist",
          "population",
          "session",
          "instrument",
          "rater",
          "answers?",
          "keyedAtCapture?",
          "scores?",
          "declined?",
          "language?",
          "comment?",
          "ratedAt");

  private final Catalogue catalogue;

  public RatingReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a rating.
   *
   * @param tenant the caller's clinic
   * @param now a session held or a rating made later than 5 minutes after it is refused
   */
  public Reading<Rating> read(byte[] body, String tenant, Instant now) {
    var faults = new Faults();
    return Walk.over(
        body,
        faults,
        walk -> {
          var draft = new RatingDraft(walk, new Values(walk, now));
          walk.body(FIELDS, draft::read);
          draft.content().check(draft.instrument(catalogue, faults), faults);
          return faults.none() ? draft.toRating(tenant) : null;
        });
  }
}
