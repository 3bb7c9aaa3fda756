package dev.attune.feedback.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Rater;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Severity;
import dev.attune.feedback.domain.Acknowledgement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert or mark as people see it: its state as the ratings tell it, and who has acknowledged it.
 *
 * @param alert its id
 * @param suggestion the id of the suggestion for the conversation
 * @param acknowledgedBy the subject of the person who acknowledged it as it stands; null while
 *     nobody has, and again once it has become heavier or was withdrawn and opened anew
 */
public record AlertView(
    String alert,
    String episode,
    String client,
    long revision,
    String family,
    String rule,
    Severity severity,
    AlertStatus status,
    String instrument,
    Rater rater,
    SessionRef openedAt,
    Evidence evidence,
    String explanation,
    @Nullable String suggestion,
    boolean baselineResetOffered,
    List<AlertStep> steps,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt) {

  /** Whether it is a mark on its session, and in no work list. */
  @JsonIgnore
  public boolean isMark() {
    return severity == Severity.INFO;
  }

  /** The view of an alert that nobody has acknowledged. */
  public static AlertView of(Alert alert) {
    return of(alert, null);
  }

  /** The view of an alert, and who has acknowledged it when, if that counts as it stands now. */
  public static AlertView of(Alert alert, @Nullable Acknowledgement acknowledgement) {
    Acknowledgement seen =
        acknowledgement != null && acknowledgement.covers(alert.severity(), alert.status())
            ? acknowledgement
            : null;
    return new AlertView(
        alert.id(),
        alert.episode(),
        alert.client(),
        alert.revision(),
        alert.family(),
        alert.rule(),
        alert.severity(),
        alert.status(),
        alert.instrument(),
        alert.rater(),
        alert.openedAt(),
        alert.evidence(),
        alert.explanation(),
        alert.suggestion(),
        alert.baselineResetOffered(),
        alert.steps(),
        seen == null ? null : seen.by(),
        seen == null ? null : seen.at());
  }
}
