package dev.attune.alert.domain;

import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rating tells about its session, as far as a rule can ask for it.
 *
 * @param total in points; null where the person declined or answered too little
 * @param answers in item order, null where not answered; empty where only the total is known
 */
public record Point(
    SessionRef session,
    String client,
    String therapist,
    @Nullable BigDecimal total,
    List<@Nullable BigDecimal> answers) {

  private static final int MOST_DECIMALS = 12;
  private static final int MOST_DIGITS = 6;

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
        score.client(),
        score.therapist(),
        isScored(score.state()) ? score.total() : null,
        score.state() == ScoreState.DECLINED ? List.of() : score.answers());
  }

  /** Whether its numbers are of a size that scores have. */
  public static boolean canHold(Score score) {
    return canHold(score.total()) && score.answers().stream().allMatch(Point::canHold);
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
