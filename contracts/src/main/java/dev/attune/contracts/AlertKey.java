package dev.attune.contracts;

/** The identity of an alert or mark, and the key of {@code attune.alerts}. */
public record AlertKey(String tenant, String episode, String alert) {

  public AlertKey {
    Identifiers.require("tenant", tenant);
    Identifiers.require("episode", episode);
    Identifiers.require("alert", alert);
  }

  /** The key on the log. */
  public String text() {
    return String.join("/", tenant, episode, alert);
  }

  /**
   * Reads a key from the log.
   *
   * @throws IllegalArgumentException if it is no key of an alert; the message repeats no part of it
   */
  public static AlertKey parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("an alert's key has 3 parts, this one " + parts.length);
    }
    return new AlertKey(parts[0], parts[1], parts[2]);
  }
}
