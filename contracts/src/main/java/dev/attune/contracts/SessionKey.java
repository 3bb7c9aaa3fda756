package dev.attune.contracts;

/** The identity of a therapy session, and the key of {@code attune.sessions}. */
public record SessionKey(String tenant, String episode, String session) {

  public SessionKey {
    Identifiers.require("tenant", tenant);
    Identifiers.require("episode", episode);
    Identifiers.require("session", session);
  }

  /** The key on the log. */
  public String text() {
    return String.join("/", tenant, episode, session);
  }

  /**
   * Reads a key from the log.
   *
   * @throws IllegalArgumentException if it is no key of a session; the message repeats no part of
   *     it
   */
  public static SessionKey parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a session's key has 3 parts, this one " + parts.length);
    }
    return new SessionKey(parts[0], parts[1], parts[2]);
  }
}
