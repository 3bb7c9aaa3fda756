package dev.attune.feedback.domain;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is told what, and when not. */
public final class Telling {

  /** What was received longer ago is listed, but no longer pushed. */
  public static final Duration PUSHED_WITHIN = Duration.ofDays(3);

  private Telling() {}

  /**
   * What is known of an alert already.
   *
   * @param log the incarnation of the topic; revisions count within it
   */
  public record Held(String log, long revision, AlertStatus status, Severity severity) {

    /** What will be known once {@code alert} has been taken over. */
    public static Held of(String log, Alert alert) {
      return new Held(log, alert.revision(), alert.status(), alert.severity());
    }
  }

  /** Whether a state of an alert is newer than what is held. */
  public static boolean isNews(@Nullable Held held, String log, Alert alert) {
    return held == null || !held.log().equals(log) || alert.revision() > held.revision();
  }

  /**
   * The transition to tell the therapist of, if any: another status, or a higher severity. Marks
   * are never told, nor that an alert nobody has heard of is withdrawn.
   *
   * @return its name, by which it is told once
   */
  public static Optional<String> transition(@Nullable Held held, Alert next) {
    boolean unheardOf = held == null || held.severity() == Severity.INFO;
    if (next.isMark() || (unheardOf && next.status() == AlertStatus.RETRACTED)) {
      return Optional.empty();
    }
    boolean told =
        held != null
            && held.status() == next.status()
            && next.severity().compareTo(held.severity()) <= 0;
    return told ? Optional.empty() : Optional.of(next.status() + "-" + next.severity());
  }

  /** Whether what was received at {@code receipt} is still pushed at {@code now}. */
  public static boolean stillPushed(Instant receipt, Instant now) {
    return !receipt.isBefore(now.minus(PUSHED_WITHIN));
  }
}
