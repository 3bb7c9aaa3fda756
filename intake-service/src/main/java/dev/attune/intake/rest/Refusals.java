package dev.attune.intake.rest;

import dev.attune.intake.domain.Reading;
import dev.attune.intake.log.NotAcknowledged;
import dev.attune.web.Fault;
import dev.attune.web.Problem;
import dev.attune.web.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What intake answers with in place of an acknowledgement. */
public final class Refusals {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private Refusals() {}

  public static ProblemException unreadable(Reading.Unreadable<?> where) {
    return ProblemException.of(
        400,
        "unreadable",
        "Not readable",
        "The body is no JSON; reading stopped at line %d, column %d."
            .formatted(where.line(), where.column()));
  }

  /**
   * A body that is JSON, but not what it should be.
   *
   * @param what a rating or a session
   */
  public static ProblemException illegal(String what, Reading.Illegal<?> why) {
    List<Fault> faults =
        why.faults().stream().map(f -> new Fault(f.pointer(), f.message())).toList();
    return new ProblemException(
        Problem.of(
            422, what + "-refused", "Not a legal " + what, "See the faults, all at once.", faults));
  }

  static ProblemException tooLarge(String detail) {
    return ProblemException.of(413, "too-large", "Too large", detail);
  }

  static ProblemException tooSlow() {
    return ProblemException.of(408, "too-slow", "Too slow", "The body did not arrive in time.");
  }

  /** Nobody reads this answer; it is the reason under which the refusal is counted. */
  static ProblemException gone() {
    return ProblemException.of(400, "gone", "Gone", "The caller left before the body had ended.");
  }

  /** What to answer to a failure on the way. */
  static ProblemException of(Throwable failure) {
    return switch (failure) {
      case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case ProblemException problem -> problem;
      case NotAcknowledged why -> notAcknowledged(why);
      default -> ProblemException.unexpected(failure);
    };
  }

  static ProblemException tooManyBatches() {
    return ProblemException.retryable(
        429,
        "too-many-batches",
        "Too many batches at once",
        "Send this batch again when another one has ended.",
        LATER);
  }

  private static ProblemException notAcknowledged(NotAcknowledged why) {
    return switch (why.reason()) {
      case BUSY -> unavailable("busy", "Busy", "Too much is under way. It was not recorded.", SOON);
      case SHARE_HELD ->
          ProblemException.retryable(
              429,
              "too-much-at-once",
              "Too much at once",
              "This clinic has as much under way as one may have. It was not recorded.",
              SOON);
      case OUT_OF_REACH ->
          unavailable(
              "log-out-of-reach", "Log out of reach", "It was not recorded. Send it again.", LATER);
      case UNKNOWN ->
          unavailable(
              "outcome-unknown",
              "Outcome unknown",
              "It may or may not have been recorded. Send it again: that is harmless.",
              SOON);
    };
  }

  private static ProblemException unavailable(
      String slug, String title, String detail, Duration retryAfter) {
    return ProblemException.retryable(503, slug, title, detail, retryAfter);
  }
}
