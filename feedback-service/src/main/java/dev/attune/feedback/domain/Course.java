package dev.attune.feedback.domain;

import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRef;
import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of one rater's scores on one instrument, each beside what was expected of it from the
 * scores before.
 *
 * @param expected in points, at most the ceiling; null where nothing can be expected
 * @param deviation the standard deviation of the expectation, in points
 */
public record Course(Score score, @Nullable BigDecimal expected, @Nullable BigDecimal deviation) {

  /** Computed numbers are shown with 6 decimals. */
  private static final int DECIMALS = 6;

  private static final Comparator<Score> AS_HELD =
      Comparator.comparing(Score::session, SessionRef.AS_HELD);

  /**
   * The course in the order in which the sessions were held.
   *
   * @param norms of this instrument and perspective, null where there are none
   */
  public static List<Course> of(List<Score> scores, @Nullable Norms norms) {
    var course = new ArrayList<Course>();
    Expectation expectation = norms == null ? null : Expectation.of(norms);
    for (Score score : scores.stream().sorted(AS_HELD).toList()) {
      if (norms == null || expectation == null || score.total() == null) {
        course.add(new Course(score, null, null));
      } else {
        Integer told = score.session().number();
        int number = told == null ? expectation.session() + 1 : told;
        Observed observed = expectation.observe(number, score.total().doubleValue());
        course.add(beside(score, observed, norms.ceiling()));
        expectation = observed.next();
      }
    }
    return course;
  }

  private static Course beside(Score score, Observed observed, double ceiling) {
    return new Course(
        score, rounded(Math.min(ceiling, observed.predicted())), rounded(observed.deviation()));
  }

  private static BigDecimal rounded(double points) {
    return BigDecimal.valueOf(points).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
