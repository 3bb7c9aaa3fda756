package dev.attune.feedback.domain;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
   * @return its name, by which it is told once: how the alert stands, and for a withdrawal and what
   *     follows it the revision, because both may come again at the same session
   */
  public static Optional<String> transition(@Nullable Held held, String log, Alert next) {
    boolean unheardOf = held == null || held.severity() == Severity.INFO;
    if (next.isMark() || (unheardOf && next.status() == AlertStatus.RETRACTED)) {
      return Optional.empty();
    }
    if (held != null
        && held.status() == next.status()
        && next.severity().compareTo(held.severity()) <= 0) {
      return Optional.empty();
    }
    // A log made anew starts from the beginning: what it says first follows nothing on it.
    boolean returns =
        held != null && held.log().equals(log) && held.status() == AlertStatus.RETRACTED;
    return Optional.of(
        returns || next.status() == AlertStatus.RETRACTED
            ? standing(next) + "-" + next.revision()
            : standing(next));
  }

  /**
   * How an alert stands, and which session brought it there: a strain may open, recover and open
   * again, and each of these is news. It follows from the ratings alone, so a replay gives it the
   * same name.
   */
  public static String standing(Alert alert) {
    SessionRef session =
        alert.steps().isEmpty() ? alert.openedAt() : alert.steps().getLast().session();
    return alert.status() + "-" + alert.severity() + "-" + session.id();
  }

  /**
   * The names under which it is noted that somebody has heard of an alert, the heaviest first: one
   * for its severity and each below, so that whoever gets its episode hears of it if it is new to
   * them, or heavier than what they have heard.
   */
  public static List<String> heard(Severity severity) {
    return Arrays.stream(Severity.values())
        .filter(each -> each != Severity.INFO && each.compareTo(severity) <= 0)
        .sorted(Comparator.reverseOrder())
        .map(each -> "HEARD-" + each)
        .toList();
  }

  /** Whether what was received at {@code receipt} is still pushed at {@code now}. */
  public static boolean stillPushed(Instant receipt, Instant now) {
    return !receipt.isBefore(now.minus(PUSHED_WITHIN));
  }
}
