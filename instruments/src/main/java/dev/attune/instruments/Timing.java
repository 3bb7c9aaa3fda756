package dev.attune.instruments;

/**
 * When an instrument is given.
 *
 * @param when the moment in the session
 * @param frequency how often or about which time, in words
 * @param minutes how long it takes
 */
public record Timing(Moment when, String frequency, int minutes) {

  /** A moment in or around a session. */
  public enum Moment {
    START_OF_SESSION,
    END_OF_SESSION,
    AFTER_SESSION,
    ANY_TIME
  }
}
