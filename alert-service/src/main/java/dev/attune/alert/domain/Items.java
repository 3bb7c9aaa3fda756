package dev.attune.alert.domain;

import dev.attune.detection.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which items of a session stand out. */
final class Items {

  /** With fewer other answers there is no profile that an item could fall out of. */
  private static final int OTHERS_FOR_A_PROFILE = 2;

  private Items() {}

  /** The items below the limit. */
  static List<ItemSign> low(Point point, Rule.LowItem rule, UsualAnswers usual) {
    List<ItemSign> low = List.of();
    for (int i = 0; i < point.answers().size(); i++) {
      BigDecimal answer = point.answers().get(i);
      if (answer != null && Tenths.isBelow(answer, rule.below())) {
        low = low.isEmpty() ? new ArrayList<>(point.answers().size()) : low;
        boolean outstanding = isFarBelowOthers(answer, point, rule.highlightedBelowOthers());
        low.add(new ItemSign(i + 1, answer, usual.of(i), outstanding));
      }
    }
    return low;
  }

  /** The lowest item, the first of several; none where the answers are not known. */
  static List<ItemSign> lowest(Point point, UsualAnswers usual) {
    ItemSign lowest = null;
    for (int i = 0; i < point.answers().size(); i++) {
      BigDecimal answer = point.answers().get(i);
      if (answer != null && (lowest == null || answer.compareTo(lowest.answer()) < 0)) {
        lowest = new ItemSign(i + 1, answer, usual.of(i), false);
      }
    }
    return lowest == null ? List.of() : List.of(lowest);
  }

  private static boolean isFarBelowOthers(BigDecimal answer, Point point, BigDecimal distance) {
    BigDecimal sum = answer.negate();
    int others = -1;
    for (@Nullable BigDecimal any : point.answers()) {
      if (any != null) {
        sum = sum.add(any);
        others++;
      }
    }
    BigDecimal count = BigDecimal.valueOf(others);
    return others >= OTHERS_FOR_A_PROFILE
        && sum.subtract(answer.multiply(count)).compareTo(distance.multiply(count)) >= 0;
  }
}
