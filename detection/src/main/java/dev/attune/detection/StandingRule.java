package dev.attune.detection;

import dev.attune.detection.outcome.ExpectedResponse;
import dev.attune.detection.outcome.OutcomeScale;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rule on where somebody stands, and not on one session. Its alert is open while it lasts, and is
 * told again no sooner than so many sessions later, unless it has become heavier.
 */
public sealed interface StandingRule extends SeriesRule
    permits StandingRule.StandingLow,
        StandingRule.Deterioration,
        StandingRule.OffTrack,
        StandingRule.NoBenefit {

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

  /**
   * The person is reliably worse than at the first session.
   *
   * @param severe a loss of so many points weighs most at once; two sessions running do, too
   */
  record Deterioration(
      String id,
      String title,
      String family,
      OutcomeScale scale,
      double severe,
      int everySessions,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements StandingRule {

    public Deterioration {
      requireStanding(id, title, family, everySessions, suggestion, provenance);
      Checks.requirePresent("scale", scale);
      Checks.requireRatesWhereKnown(falseAlarmsPer100, realAmongSuch);
      if (!(severe >= scale.reliableChange() && Double.isFinite(severe))) {
        throw new IllegalArgumentException(
            "severe must be no less than a reliable change, was " + severe);
      }
    }
  }

  /**
   * The person improves less than is expected after such a start. While the expectation is a
   * stand-in for the clinic's own it is a mark, and never an alert.
   */
  record OffTrack(
      String id,
      String title,
      String family,
      OutcomeScale scale,
      ExpectedResponse response,
      int everySessions,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements StandingRule {

    public OffTrack {
      requireStanding(id, title, family, everySessions, suggestion, provenance);
      Checks.requirePresent("scale", scale);
      Checks.requirePresent("response", response);
      Checks.requireRatesWhereKnown(falseAlarmsPer100, realAmongSuch);
    }
  }

  /**
   * The person started in the range of clients, and is not reliably better yet: a mark at the first
   * checkpoint, an alert at the second, and the heaviest one at the third.
   */
  record NoBenefit(
      String id,
      String title,
      String family,
      OutcomeScale scale,
      int markedAtSession,
      int amberAtSession,
      int redAtSession,
      int everySessions,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements StandingRule {

    public NoBenefit {
      requireStanding(id, title, family, everySessions, suggestion, provenance);
      Checks.requirePresent("scale", scale);
      Checks.requireAtLeast("markedAtSession", 2, markedAtSession);
      Checks.requireAtLeast("amberAtSession", markedAtSession + 1, amberAtSession);
      Checks.requireAtLeast("redAtSession", amberAtSession + 1, redAtSession);
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
