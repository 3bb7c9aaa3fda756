package dev.attune.alert.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mean of one person's answers so far, item by item. */
final class UsualAnswers {

  private final List<Sum> sums = new ArrayList<>(4);

  private static final class Sum {
    private double sum;
    private int count;
  }

  void add(Point point) {
    for (int i = 0; i < point.answers().size(); i++) {
      if (i == sums.size()) {
        sums.add(new Sum());
      }
      BigDecimal answer = point.answers().get(i);
      if (answer != null) {
        sums.get(i).sum += answer.doubleValue();
        sums.get(i).count++;
      }
    }
  }

  /** The usual answer to an item (from 0) in millionths of a point, null before the first one. */
  @Nullable Long of(int index) {
    if (index >= sums.size() || sums.get(index).count == 0) {
      return null;
    }
    return Micros.of(sums.get(index).sum / sums.get(index).count);
  }
}
