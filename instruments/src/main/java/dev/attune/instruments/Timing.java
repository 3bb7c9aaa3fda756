package dev.attune.instruments;

import org.jspecify.annotations.Nullable;

/**
 * When an instrument is given.
 *
 * @param when the moment in the session
 * @param frequency how often or about which time, in words
 * @param minutes how long it takes; null where that depends on the session
 */
public record Timing(Moment when, String frequency, @Nullable Integer minutes) {

  /** A moment in or around a session. */
  public enum Moment {
    START_OF_SESSION,
    END_OF_SESSION,
    END_OF_GROUP,
    AFTER_SESSION,
    ANY_TIME
  }
}
