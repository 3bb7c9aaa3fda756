package dev.attune.detection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a rule set, with its parameters, where they come from and how often it errs. Sealed,
 * so that whoever judges a history answers for every kind of rule.
 */
public sealed interface Rule permits SeriesRule {

  /** The rule's id, e.g. {@code SRS-01}. */
  String id();

  /** What it is about, as a headline of a few words. */
  String title();

  /** The id of the suggestion for the conversation. */
  String suggestion();

  /** Where its numbers come from. */
  Provenance provenance();

  /** A rule that leaves a mark on its session, and never raises an alert. */
  sealed interface Mark extends SeriesRule
      permits BelowCutOff, LowItem, PointDrop, SeriesRule.PerfectScores, SeriesRule.Recovered {

    /** Of 100 ordinary sessions so many bear the mark in simulation, where that is known. */
    @Nullable BigDecimal falseAlarmsPer100();

    /** The share of marked sessions that lay in a strain in simulation, 0 to 1, where known. */
    @Nullable BigDecimal realAmongSuch();
  }

  /** How much a sign weighs, from least to most. */
  enum Weight {
    INFO,
    AMBER,
    RED
  }

  /**
   * From which deviation on a sign has a weight.
   *
   * @param z deviations below the expectation
   * @param falseAlarmsPer100 of 100 ordinary sessions so many reach it in simulation
   */
  record Level(Weight weight, double z, BigDecimal falseAlarmsPer100) {
    public Level {
      Checks.requirePresent("weight", weight);
      Checks.requirePositive("z", z);
      Checks.requireShareOf("falseAlarmsPer100", falseAlarmsPer100, 100);
    }

    /** The deviation as it stands in the rule set. */
    public BigDecimal threshold() {
      return BigDecimal.valueOf(z);
    }
  }

  /**
   * How many signs of a strength were real ones in simulation.
   *
   * @param from deviations below the expectation from which the band reaches up to the next one
   * @param real the share of real ones, 0 to 1
   */
  record Band(double from, BigDecimal real) {
    public Band {
      Checks.requirePositive("from", from);
      Checks.requireShareOf("real", real, 1);
    }
  }

  /**
   * The score lies far below what is expected of this person.
   *
   * @param levels by increasing weight and deviation
   * @param bands empty where nobody has simulated how many are real
   * @param firstSessionAtMost a first session rests on the population alone and weighs at most this
   */
  record SuddenDrop(
      String id,
      String title,
      String family,
      List<Level> levels,
      Weight firstSessionAtMost,
      List<Band> bands,
      String suggestion,
      Provenance provenance)
      implements StrainRule {

    public SuddenDrop {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requireText("family", family);
      Checks.requirePresent("firstSessionAtMost", firstSessionAtMost);
      levels = List.copyOf(Checks.requirePresent("levels", levels));
      bands = List.copyOf(Checks.requirePresent("bands", bands));
      Checks.requireRising("levels", levels, Comparator.comparing(Level::weight), Level::z);
      if (!bands.isEmpty()) {
        Checks.requireRising("bands", bands, Comparator.comparingDouble(Band::from), Band::from);
      }
      if (!bands.isEmpty() && bands.getFirst().from() > levels.getFirst().z()) {
        throw new IllegalArgumentException("bands must start no later than the lowest level");
      }
    }

    /** The highest level that a deviation reaches, at a first session no heavier than allowed. */
    public Optional<Level> level(double z, int sessionNumber) {
      Level highest = null;
      for (Level level : levels) {
        boolean allowed = sessionNumber > 1 || level.weight().compareTo(firstSessionAtMost) <= 0;
        if (z >= level.z() && allowed) {
          highest = level;
        }
      }
      return Optional.ofNullable(highest);
    }

    /** The share of signs of this strength that were real ones in simulation. */
    public Optional<BigDecimal> realAmongSuch(double z) {
      BigDecimal real = null;
      for (Band band : bands) {
        if (z >= band.from()) {
          real = band.real();
        }
      }
      return Optional.ofNullable(real);
    }
  }

  /**
   * The score lies below the instrument's published cut-off: a mark.
   *
   * @param cutOff in points; a score equal to it is not below it
   */
  record BelowCutOff(
      String id,
      String title,
      BigDecimal cutOff,
      BigDecimal falseAlarmsPer100,
      BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements Mark {

    public BelowCutOff {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requirePresent("cutOff", cutOff);
      Checks.requireRates(falseAlarmsPer100, realAmongSuch);
    }
  }

  /**
   * Single items lie low: a mark that names them.
   *
   * @param below in points of the item; an answer equal to it is not low
   * @param highlightedBelowOthers an item at least so many points below the mean of the person's
   *     other items of the session stands out
   */
  record LowItem(
      String id,
      String title,
      BigDecimal below,
      BigDecimal highlightedBelowOthers,
      BigDecimal falseAlarmsPer100,
      BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements Mark {

    public LowItem {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requirePresent("below", below);
      Checks.requirePresent("highlightedBelowOthers", highlightedBelowOthers);
      Checks.requireRates(falseAlarmsPer100, realAmongSuch);
    }
  }

  /**
   * The score fell since the session before: a mark.
   *
   * @param atLeast in points; a fall equal to it counts
   */
  record PointDrop(
      String id,
      String title,
      BigDecimal atLeast,
      BigDecimal falseAlarmsPer100,
      BigDecimal realAmongSuch,
      String suggestion,
      Provenance provenance)
      implements Mark {

    public PointDrop {
      Checks.requireRule(id, title, suggestion, provenance);
      Checks.requirePresent("atLeast", atLeast);
      if (atLeast.signum() <= 0) {
        throw new IllegalArgumentException("atLeast must be above 0, was " + atLeast);
      }
      Checks.requireRates(falseAlarmsPer100, realAmongSuch);
    }
  }
}
