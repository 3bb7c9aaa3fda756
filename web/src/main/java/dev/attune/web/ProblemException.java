package dev.attune.web;

import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Carries no stack trace: it is an answer, not a bug. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(ProblemException.class);

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  private ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.title(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** A problem without faults in the body. */
  public static ProblemException of(int status, String slug, String title, String detail) {
    return new ProblemException(Problem.of(status, slug, title, detail, List.of()));
  }

  /** A problem that may be gone after a while: 429 or 503. */
  public static ProblemException retryable(
      int status, String slug, String title, String detail, Duration retryAfter) {
    return new ProblemException(Problem.of(status, slug, title, detail, List.of()), retryAfter);
  }

  /**
   * A failure that nobody foresaw. It is recorded here, by its kind and where it was thrown: its
   * message may hold values of a request.
   */
  public static ProblemException unexpected(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    LOG.errorf(
        "unexpected failure kind=%s at=%s",
        failure.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return new ProblemException(Problems.UNEXPECTED);
  }

  /** What does not exist for the caller, whether or not it exists for somebody else. */
  public static ProblemException notFound(String what) {
    return of(404, "not-found", "Not found", "There is no such " + what + " for this caller.");
  }

  /** The answer's body. */
  public Problem problem() {
    return problem;
  }

  /** In how many seconds to try again, where that helps. */
  public @Nullable Long retryAfter() {
    return retryAfter == null ? null : Math.max(1, retryAfter.toSeconds());
  }
}
