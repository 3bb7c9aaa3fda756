package dev.attune.detection;

import dev.attune.detection.OwnMean.Bounds;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rule that opens a strain, which then recovers or does not. The strain rules of a family share
 * one alert: while it is open, each of them may make it heavier.
 */
public sealed interface StrainRule extends SeriesRule
    permits Rule.SuddenDrop, StrainRule.Erosion, StrainRule.BelowOwnMean {

  /** The rule family; at most one alert of it is open at a time. */
  String family();

  /**
   * The score wears off slowly: what was cumulated of the deviations is enough, and starts anew.
   *
   * @param enough in deviations
   * @param falseAlarmsPer100 of 100 sessions of people whose score does not wear off
   */
  record Erosion(
      String id,
      String title,
      String family,
      double enough,
      Weight weight,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements StrainRule {

    public Erosion {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requireText("family", family);
      Checks.requirePositive("enough", enough);
      Checks.requirePresent("weight", weight);
      Checks.requireRatesWhereKnown(falseAlarmsPer100, realAmongSuch);
    }

    /** When it is told, and what is expected after that. */
    public ErosionWatch watch() {
      return new ErosionWatch(enough);
    }
  }

  /**
   * The score lies far below the mean of all of the person's earlier ones: where no norms are
   * known.
   *
   * @param amber in points
   * @param red in points
   * @param falseAlarmsPer100 of the lighter weight
   * @param falseAlarmsPer100WhenRed of the heavier weight
   */
  record BelowOwnMean(
      String id,
      String title,
      String family,
      BigDecimal amber,
      BigDecimal red,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal falseAlarmsPer100WhenRed,
      String suggestion,
      Provenance provenance)
      implements StrainRule {

    public BelowOwnMean {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requireText("family", family);
      Checks.requirePositive("amber", amber);
      Checks.requirePositive("red", red);
      Checks.requireRatesWhereKnown(falseAlarmsPer100, null);
      Checks.requireRatesWhereKnown(falseAlarmsPer100WhenRed, null);
      if (red.compareTo(amber) <= 0) {
        throw new IllegalArgumentException("red must lie above amber, was " + red);
      }
    }

    /** How far below the mean a score must lie. */
    public Bounds bounds() {
      return new Bounds(amber.doubleValue(), red.doubleValue());
    }

    /** The bound of a weight, in points. */
    public BigDecimal threshold(Weight weight) {
      return weight == Weight.RED ? red : amber;
    }

    /** How many of 100 ordinary sessions reach a weight in simulation, where that is known. */
    public @Nullable BigDecimal falseAlarms(Weight weight) {
      return weight == Weight.RED ? falseAlarmsPer100WhenRed : falseAlarmsPer100;
    }
  }
}
