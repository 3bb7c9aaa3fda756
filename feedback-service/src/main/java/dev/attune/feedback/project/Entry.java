package dev.attune.feedback.project;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;

/** What one record of the log says. */
sealed interface Entry {

  /** A score, new or as it was. */
  record Scored(Score score) implements Entry {}

  /** A score is erased. */
  record ScoreErased(RatingKey key) implements Entry {}

  /** What became of a session. */
  record SessionTold(SessionRecord session) implements Entry {}

  /** A session is erased. */
  record SessionErased(SessionKey key) implements Entry {}

  /** The state of an alert or mark. */
  record AlertTold(Alert alert) implements Entry {}

  /** An alert or mark is erased. */
  record AlertErased(AlertKey key) implements Entry {}

  /** Nobody can read it. */
  record Dead(DeadReason reason) implements Entry {}
}
