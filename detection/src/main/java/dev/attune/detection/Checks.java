package dev.attune.detection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Refuses what a rule set must not say, as data read from a file may hold whatever it likes. */
final class Checks {

  private Checks() {}

  static void requireRule(String id, String title, String suggestion, Provenance provenance) {
    requireText("id", id);
    requireText("title", title);
    requireText("suggestion", suggestion);
    requirePresent("provenance", provenance);
  }

  static void requireRates(BigDecimal falseAlarmsPer100, BigDecimal realAmongSuch) {
    requireShareOf("falseAlarmsPer100", falseAlarmsPer100, 100);
    requireShareOf("realAmongSuch", realAmongSuch, 1);
  }

  static <T> void requireRising(
      String name, List<T> values, Comparator<T> order, ToDoubleFunction<T> number) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    for (int i = 1; i < values.size(); i++) {
      T lower = values.get(i - 1);
      T higher = values.get(i);
      if (order.compare(lower, higher) >= 0
          || number.applyAsDouble(lower) >= number.applyAsDouble(higher)) {
        throw new IllegalArgumentException(name + " must rise from one to the next");
      }
    }
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be a number above 0, was " + value);
    }
  }

  static void requireShareOf(String name, @Nullable BigDecimal value, int whole) {
    if (value == null || value.signum() < 0 || value.compareTo(BigDecimal.valueOf(whole)) > 0) {
      throw new IllegalArgumentException(name + " must lie in 0 to " + whole + ", was " + value);
    }
  }

  /** Refuses a text that is missing, as data read from a file may be whatever its type says. */
  static String requireText(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  /** Refuses a part that is missing, as data read from a file may be whatever its type says. */
  static <T> T requirePresent(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  /** Rates that nobody has simulated may be left out. */
  static void requireRatesWhereKnown(
      @Nullable BigDecimal falseAlarmsPer100, @Nullable BigDecimal realAmongSuch) {
    if (falseAlarmsPer100 != null) {
      requireShareOf("falseAlarmsPer100", falseAlarmsPer100, 100);
    }
    if (realAmongSuch != null) {
      requireShareOf("realAmongSuch", realAmongSuch, 1);
    }
  }

  static void requireAtLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, was " + value);
    }
  }

  static void requirePositive(String name, @Nullable BigDecimal value) {
    requirePositive(name, value == null ? Double.NaN : value.doubleValue());
  }
}
