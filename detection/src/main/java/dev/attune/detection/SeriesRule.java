package dev.attune.detection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.attune.detection.outcome.OutcomeScale;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rule that looks at the ratings of one rater with one instrument. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rule.SuddenDrop.class, name = "sudden-drop"),
  @JsonSubTypes.Type(value = StrainRule.Erosion.class, name = "erosion"),
  @JsonSubTypes.Type(value = StrainRule.BelowOwnMean.class, name = "below-own-mean"),
  @JsonSubTypes.Type(value = Rule.BelowCutOff.class, name = "below-cut-off"),
  @JsonSubTypes.Type(value = Rule.LowItem.class, name = "low-item"),
  @JsonSubTypes.Type(value = Rule.PointDrop.class, name = "point-drop"),
  @JsonSubTypes.Type(value = SeriesRule.PerfectScores.class, name = "perfect-scores"),
  @JsonSubTypes.Type(value = SeriesRule.Unrated.class, name = "unrated"),
  @JsonSubTypes.Type(value = SeriesRule.Recovered.class, name = "recovered"),
  @JsonSubTypes.Type(value = StandingRule.StandingLow.class, name = "standing-low"),
  @JsonSubTypes.Type(value = StandingRule.Deterioration.class, name = "deterioration"),
  @JsonSubTypes.Type(value = StandingRule.OffTrack.class, name = "off-track"),
  @JsonSubTypes.Type(value = StandingRule.NoBenefit.class, name = "no-benefit")
})
public sealed interface SeriesRule extends Rule
    permits StrainRule, StandingRule, Rule.Mark, SeriesRule.Unrated {

  /**
   * The person gave the highest score several times running: a mark, once in a series. Whoever does
   * may not feel free to criticise.
   *
   * @param from in points
   * @param running so many rated sessions
   */
  record PerfectScores(
      String id,
      String title,
      BigDecimal from,
      int running,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements Mark {

    public PerfectScores {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requirePositive("from", from);
      Checks.requireAtLeast("running", 1, running);
      Checks.requireRatesWhereKnown(falseAlarmsPer100, realAmongSuch);
    }
  }

  /**
   * The person is reliably better and beyond the cut-off, session after session: a mark, and good
   * news. Told once each time it begins.
   *
   * @param running so many rated sessions
   */
  record Recovered(
      String id,
      String title,
      OutcomeScale scale,
      int running,
      @Nullable BigDecimal falseAlarmsPer100,
      @Nullable BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements Mark {

    public Recovered {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requirePresent("scale", scale);
      Checks.requireAtLeast("running", 1, running);
      Checks.requireRatesWhereKnown(falseAlarmsPer100, realAmongSuch);
    }
  }

  /**
   * Sessions that were attended and not rated, though earlier ones were: a mark, and an alert while
   * another one of this series is open. The last attended session does not count, as its rating may
   * be on its way.
   *
   * @param family the rule family of its alerts
   * @param running from so many sessions on it is marked
   * @param runningWhileOpen from so many on it alarms while another alert is open
   */
  record Unrated(
      String id,
      String title,
      String family,
      int running,
      int runningWhileOpen,
      String suggestion,
      Provenance provenance)
      implements SeriesRule {

    public Unrated {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requireText("family", family);
      Checks.requireAtLeast("runningWhileOpen", 1, runningWhileOpen);
      Checks.requireAtLeast("running", runningWhileOpen, running);
    }
  }
}
