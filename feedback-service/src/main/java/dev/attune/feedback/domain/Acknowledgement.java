package dev.attune.feedback.domain;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has seen an alert, when, and how it stood then.
 *
 * @param severity null where it was not noted
 * @param status null where it was not noted
 */
public record Acknowledgement(
    String by, Instant at, @Nullable Severity severity, @Nullable AlertStatus status) {

  /** What is on record, null where nobody has acknowledged it. */
  public static @Nullable Acknowledgement of(
      @Nullable String by,
      @Nullable Instant at,
      @Nullable Severity severity,
      @Nullable AlertStatus status) {
    return by == null || at == null ? null : new Acknowledgement(by, at, severity, status);
  }

  /**
   * Whether it counts for the alert as it stands now: what has become heavier is to be seen anew.
   */
  public boolean covers(Severity now, AlertStatus standing) {
    if (severity == null || status == null) {
      return true;
    }
    boolean heavier =
        now.compareTo(severity) > 0
            || (standing == AlertStatus.UNREPAIRED && status != AlertStatus.UNREPAIRED);
    return !heavier;
  }
}
