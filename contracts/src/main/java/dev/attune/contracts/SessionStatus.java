package dev.attune.contracts;

/** What became of a planned therapy session. */
public enum SessionStatus {
  HELD,
  MISSED,
  CANCELLED
}
