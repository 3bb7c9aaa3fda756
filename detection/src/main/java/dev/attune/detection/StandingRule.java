package dev.attune.detection;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rule on where somebody stands, and not on one session. Its alert is open while it lasts, and is
 * told again no sooner than so many sessions later, unless it has become heavier.
 */
public sealed interface StandingRule extends SeriesRule permits StandingRule.StandingLow {

  /** The rule family; at most one alert of it is open at a time. */
  String family();

  /** After so many attended sessions it is told again. */
  int everySessions();

  /** How many of 100 ordinary sessions raise it in simulation, where that is known. */
  @Nullable BigDecimal falseAlarmsPer100();

  /** The share of such alerts that were real ones in simulation, where that is known. */
  @Nullable BigDecimal realAmongSuch();

  /**
   * The person's own level lies low, and always has.
   *
   * @param below in points
   * @param doubtBelow the chance that the level lies above must be smaller, 0 to 1
   * @param fromSession the first session that is judged
   */
  record StandingLow(
      String id,
      String title,
      String family,
      BigDecimal below,
      double doubtBelow,
      int fromSession,
      int everySessions,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements StandingRule {

    public StandingLow {
      requireStanding(id, title, family, everySessions, suggestion, provenance);
      Checks.requirePositive("below", below);
      Checks.requirePositive("doubtBelow", doubtBelow);
      Checks.requireShareOf("doubtBelow", BigDecimal.valueOf(doubtBelow), 1);
      Checks.requireAtLeast("fromSession", 1, fromSession);
      Checks.requireRatesWhereKnown(falseAlarmsPer100, realAmongSuch);
    }
  }

  private static void requireStanding(
      String id,
      String title,
      String family,
      int everySessions,
      String suggestion,
      Provenance provenance) {
    Checks.requireRule(id, title, suggestion, provenance);
    Checks.requireText("family", family);
    Checks.requireAtLeast("everySessions", 1, everySessions);
  }
}
