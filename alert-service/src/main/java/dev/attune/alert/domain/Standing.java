package dev.attune.alert.domain;

import dev.attune.contracts.Severity;

/**
 * What a standing rule says at a session.
 *
 * @param fires how much it weighs, {@code INFO} for a mark; heavier only where it {@code holds}
 * @param isNew whether it may open an alert here, or mark the session
 * @param holds whether an alert that is open stays so
 */
record Standing(Severity fires, boolean isNew, boolean holds) {

  /** The rule has nothing to say, and an open alert has lost its cause. */
  static final Standing NOTHING = new Standing(Severity.INFO, false, false);

  static Standing of(Severity fires) {
    return new Standing(fires, true, true);
  }
}
