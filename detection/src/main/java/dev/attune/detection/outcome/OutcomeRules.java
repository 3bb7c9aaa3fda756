package dev.attune.detection.outcome;

import dev.attune.detection.Course;
import dev.attune.detection.Rule.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules on a client's outcome that look at the last rated session: ORS-01 deterioration, ORS-02
 * off track, ORS-03 no benefit yet, ORS-05 recovered. ORS-04, a sudden loss, is judged by an {@link
 * dev.attune.detection.Expectation} with the norms of the outcome measure.
 *
 * @param scale of the measure; a deterioration warns at its reliable change
 * @param severe a loss since the first session that weighs most at once, in points
 */
public record OutcomeRules(OutcomeScale scale, double severe) {

  public static final OutcomeRules ORS = new OutcomeRules(OutcomeScale.ORS, 10);

  private static final int NOTED_WITHOUT_BENEFIT = 3;
  private static final int CHECKPOINT = 6;
  private static final int LAST_CHANCE = 9;

  /**
   * What a rule says.
   *
   * @param rule e.g. {@code ORS-01}
   * @param isGood good news, which never is an alert
   */
  public record Sign(String rule, Weight weight, boolean isGood) {}

  /**
   * What the rules say at the last rated session.
   *
   * @param course from the first session on
   * @param response what is expected, where the clinic has it
   */
  public List<Sign> signs(Course course, Optional<ExpectedResponse> response) {
    List<Course.Rating> ratings = course.ratings();
    if (ratings.size() < 2 || ratings.getFirst().session() != 1) {
      return List.of();
    }
    double first = ratings.getFirst().score();
    Course.Rating before = ratings.get(ratings.size() - 2);
    Course.Rating last = ratings.getLast();
    List<Sign> signs = new ArrayList<>();
    deterioration(first, before, last).ifPresent(w -> signs.add(new Sign("ORS-01", w, false)));
    response
        .flatMap(r -> offTrack(r, first, last))
        .ifPresent(w -> signs.add(new Sign("ORS-02", w, false)));
    noBenefit(first, before, last).ifPresent(w -> signs.add(new Sign("ORS-03", w, false)));
    if (isRecovered(first, before) && isRecovered(first, last)) {
      signs.add(new Sign("ORS-05", Weight.INFO, true));
    }
    return List.copyOf(signs);
  }

  private Optional<Weight> deterioration(double first, Course.Rating before, Course.Rating last) {
    if (!hasDeteriorated(first, last)) {
      return Optional.empty();
    }
    boolean isSevere = Points.atLeast(-scale.gain(first, last.score()), severe);
    return Optional.of(isSevere || hasDeteriorated(first, before) ? Weight.RED : Weight.AMBER);
  }

  private boolean hasDeteriorated(double first, Course.Rating rating) {
    return Points.atLeast(-scale.gain(first, rating.score()), scale.reliableChange());
  }

  /** A stand-in for the clinic's own expectation must not alarm anybody. */
  private Optional<Weight> offTrack(ExpectedResponse response, double first, Course.Rating last) {
    Signal signal = Signal.of(response, scale, last.session(), first, last.score());
    boolean isCalibrated = response.status() == ExpectedResponse.Status.CALIBRATED;
    return switch (signal) {
      case WHITE, GREEN, UNMARKED -> Optional.empty();
      case YELLOW -> Optional.of(isCalibrated ? Weight.AMBER : Weight.INFO);
      case RED -> Optional.of(isCalibrated ? Weight.RED : Weight.INFO);
    };
  }

  /** Asked once at each checkpoint: at the first rated session that reaches or passes it. */
  private Optional<Weight> noBenefit(double first, Course.Rating before, Course.Rating last) {
    if (!scale.isClinical(first)
        || Points.atLeast(scale.gain(first, last.score()), scale.reliableChange())) {
      return Optional.empty();
    }
    if (isReached(LAST_CHANCE, before, last)) {
      return Optional.of(Weight.RED);
    }
    if (isReached(CHECKPOINT, before, last)) {
      return Optional.of(Weight.AMBER);
    }
    return isReached(NOTED_WITHOUT_BENEFIT, before, last)
        ? Optional.of(Weight.INFO)
        : Optional.empty();
  }

  private static boolean isReached(int session, Course.Rating before, Course.Rating last) {
    return before.session() < session && last.session() >= session;
  }

  private boolean isRecovered(double first, Course.Rating rating) {
    return scale.isBeyondCutOff(rating.score())
        && Points.atLeast(scale.gain(first, rating.score()), scale.reliableChange());
  }
}
