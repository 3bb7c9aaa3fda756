package dev.attune.detection.outcome;

import dev.attune.detection.Course;
import java.util.List;
import java.util.Optional;

/**
 * What score is expected at a session, given the first one: a course that flattens with the
 * logarithm of the session's number, and depends on where the client started. Estimated by least
 * squares from the clinic's own closed cases.
 *
 * @param a0 gain at once, in points
 * @param a1 of it per point of the first score
 * @param b0 gain per unit of the logarithm
 * @param b1 of it per point of the first score
 * @param s0 scatter around the course at the first session, in points
 * @param s1 of it per unit of the logarithm
 * @param closedCases that it rests on
 */
public record ExpectedResponse(
    double a0, double a1, double b0, double b1, double s0, double s1, int closedCases) {

  /** From so many closed cases on it is more than a stand-in. */
  public static final int ENOUGH_CASES = 200;

  /** Turns a mean absolute residual into a standard deviation. */
  private static final double OF_MEAN_ABSOLUTE = Math.sqrt(Math.PI / 2);

  private static final int LAST_SESSION = 200;

  /** How much weight a signal from it may have. */
  public enum Status {
    PROVISIONAL,
    CALIBRATED
  }

  public ExpectedResponse {
    for (double value : new double[] {a0, a1, b0, b1}) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("coefficients must be finite, one was " + value);
      }
    }
    if (!(s0 > 0 && s0 + s1 * StrictMath.log(LAST_SESSION) > 0)) {
      throw new IllegalArgumentException(
          "the scatter must stay above 0, was " + s0 + " and " + s1 + " per logarithm");
    }
  }

  /** Whether enough closed cases stand behind it. */
  public Status status() {
    return closedCases >= ENOUGH_CASES ? Status.CALIBRATED : Status.PROVISIONAL;
  }

  /** The score expected at a session, from the second on. */
  public double expected(int session, double first) {
    return first + a0 + a1 * first + (b0 + b1 * first) * log(session);
  }

  /** How far scores scatter around it at a session, in points. */
  public double deviation(int session) {
    return s0 + s1 * log(session);
  }

  /** How many deviations a score lies above what is expected at a session. */
  public double z(int session, double first, double score) {
    return (score - expected(session, first)) / deviation(session);
  }

  private static double log(int session) {
    if (session < 2) {
      throw new IllegalArgumentException("a response needs a second session, was " + session);
    }
    return StrictMath.log(session);
  }

  /**
   * Estimates it from closed cases.
   *
   * @param closed their courses; one that does not start with the first session, or has no second
   *     rating, tells nothing
   * @return nothing where the cases do not suffice to tell the coefficients apart
   */
  public static Optional<ExpectedResponse> fit(List<Course> closed) {
    List<Course> usable = closed.stream().filter(ExpectedResponse::isUsable).toList();
    var gains = new LeastSquares(4);
    for (Course course : usable) {
      double first = first(course);
      for (Course.Rating rating : later(course)) {
        double log = log(rating.session());
        gains.add(rating.score() - first, 1, first, log, first * log);
      }
    }
    return gains.solve().flatMap(c -> withScatter(usable, c));
  }

  private static Optional<ExpectedResponse> withScatter(List<Course> usable, double[] c) {
    var scatter = new LeastSquares(2);
    double sum = 0;
    int count = 0;
    for (Course course : usable) {
      double first = first(course);
      for (Course.Rating rating : later(course)) {
        double log = log(rating.session());
        double expected = first + c[0] + c[1] * first + (c[2] + c[3] * first) * log;
        double size = Math.abs(rating.score() - expected) * OF_MEAN_ABSOLUTE;
        scatter.add(size, 1, log);
        sum += size;
        count++;
      }
    }
    double mean = sum / count;
    return scatter.solve().flatMap(s -> of(c, s, mean, usable.size()));
  }

  /** Where the scatter shrinks so fast that it would vanish, it counts as the same throughout. */
  private static Optional<ExpectedResponse> of(double[] c, double[] s, double mean, int cases) {
    boolean staysAbove0 = s[0] > 0 && s[0] + s[1] * StrictMath.log(LAST_SESSION) > 0;
    double s0 = staysAbove0 ? s[0] : mean;
    return s0 > 0
        ? Optional.of(
            new ExpectedResponse(c[0], c[1], c[2], c[3], s0, staysAbove0 ? s[1] : 0, cases))
        : Optional.empty();
  }

  private static boolean isUsable(Course course) {
    return course.ratings().size() > 1 && course.ratings().getFirst().session() == 1;
  }

  private static double first(Course course) {
    return course.ratings().getFirst().score();
  }

  private static List<Course.Rating> later(Course course) {
    return course.ratings().subList(1, course.ratings().size());
  }
}
