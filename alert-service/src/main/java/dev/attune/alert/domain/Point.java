package dev.attune.alert.domain;

import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rating tells about its session, as far as a rule can ask for it.
 *
 * @param session as the rating tells it
 * @param ratedAt when it was given; of several ratings of a session the last one tells its date
 * @param total in points; null where the person declined or answered too little
 * @param answers in item order, null where not answered; empty where only the total is known
 */
public record Point(
    SessionRef session,
    Instant ratedAt,
    String client,
    String therapist,
    @Nullable BigDecimal total,
    List<@Nullable BigDecimal> answers) {

  private static final int MOST_DECIMALS = 12;
  private static final int MOST_DIGITS = 6;

  /** A mark that names every answer stays far below the longest value of a topic. */
  private static final int MOST_ANSWERS = 1000;

  public Point {
    total = total == null ? null : canonical(total);
    List<@Nullable BigDecimal> copy = new ArrayList<>(answers.size());
    for (BigDecimal answer : answers) {
      copy.add(answer == null ? null : canonical(answer));
    }
    answers = Collections.unmodifiableList(copy);
  }

  /** What a score tells. */
  public static Point of(Score score) {
    return new Point(
        score.session(),
        score.ratedAt(),
        score.client(),
        score.therapist(),
        isScored(score.state()) ? score.total() : null,
        score.state() == ScoreState.DECLINED ? List.of() : score.answers());
  }

  /** What a score tells that no rule asks for: that its session was attended, and no number. */
  public static Point ofAttendance(Score score) {
    return new Point(
        score.session(), score.ratedAt(), score.client(), score.therapist(), null, List.of());
  }

  /** Whether its numbers are as many, and of a size, as scores have. */
  public static boolean canHold(Score score) {
    return score.answers().size() <= MOST_ANSWERS
        && canHold(score.total())
        && score.answers().stream().allMatch(Point::canHold);
  }

  /** The same about the session as it was held. */
  Point at(SessionRef held) {
    return held.equals(session)
        ? this
        : new Point(held, ratedAt, client, therapist, total, answers);
  }

  /** Whether anything was answered. */
  boolean isAnswered() {
    return total != null || !answers.isEmpty();
  }

  /** That of the same people another session was not rated. */
  Point unratedAt(SessionRef other) {
    return new Point(other, other.heldAt(), client, therapist, null, List.of());
  }

  private static boolean canHold(@Nullable BigDecimal number) {
    return number == null
        || (number.scale() <= MOST_DECIMALS
            && (long) number.precision() - number.scale() <= MOST_DIGITS);
  }

  private static boolean isScored(ScoreState state) {
    return switch (state) {
      case COMPLETE, PRORATED -> true;
      case INSUFFICIENT, DECLINED -> false;
    };
  }

  /** Equal numbers become equal objects: 36 and 36.00 are both 36.0. */
  private static BigDecimal canonical(BigDecimal number) {
    if (number.scale() == 1) {
      return number;
    }
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
  }
}
