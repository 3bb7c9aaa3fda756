package dev.attune.contracts;

/**
 * The identity of a rating: one person's answers to one instrument about one session. It is the key
 * of {@code attune.ratings} and of {@code attune.scores}.
 */
public record RatingKey(
    String tenant,
    String episode,
    String session,
    String instrument,
    Perspective perspective,
    String rater) {

  public RatingKey {
    Identifiers.require("tenant", tenant);
    Identifiers.require("episode", episode);
    Identifiers.require("session", session);
    Identifiers.require("instrument", instrument);
    Identifiers.require("rater", rater);
  }

  /** The id that the API gives to this rating: the same for the same identity. */
  public String ratingId() {
    return StableId.of("rat", tenant, episode, session, instrument, perspective.name(), rater);
  }

  /** The key on the log. */
  public String text() {
    return String.join("/", tenant, episode, session, instrument, perspective.name(), rater);
  }

  /**
   * Reads a key from the log.
   *
   * @throws IllegalArgumentException if it is no key of a rating; the message repeats no part of it
   */
  public static RatingKey parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 6) {
      throw new IllegalArgumentException("a rating's key has 6 parts, this one " + parts.length);
    }
    return new RatingKey(parts[0], parts[1], parts[2], parts[3], perspective(parts[4]), parts[5]);
  }

  private static Perspective perspective(String name) {
    for (Perspective perspective : Perspective.values()) {
      if (perspective.name().equals(name)) {
        return perspective;
      }
    }
    throw new IllegalArgumentException("the fifth part of a rating's key names a perspective");
  }
}
