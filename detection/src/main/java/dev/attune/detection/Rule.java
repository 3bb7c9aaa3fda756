package dev.attune.detection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a rule set, with its parameters, where they come from and how often it errs. Sealed,
 * so that whoever judges a history answers for every kind of rule.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rule.SuddenDrop.class, name = "sudden-drop"),
  @JsonSubTypes.Type(value = Rule.BelowCutOff.class, name = "below-cut-off"),
  @JsonSubTypes.Type(value = Rule.LowItem.class, name = "low-item"),
  @JsonSubTypes.Type(value = Rule.PointDrop.class, name = "point-drop")
})
public sealed interface Rule {

  /** The rule's id, e.g. {@code SRS-01}. */
  String id();

  /** What it is about, as a headline of a few words. */
  String title();

  /** The id of the suggestion for the conversation. */
  String suggestion();

  /** Where its numbers come from. */
  Provenance provenance();

  /** A rule that leaves a mark on its session, and never raises an alert. */
  sealed interface Mark extends Rule {

    /** Of 100 ordinary sessions so many bear the mark in simulation. */
    BigDecimal falseAlarmsPer100();

    /** The share of marked sessions that lay in a strain in simulation, 0 to 1. */
    BigDecimal realAmongSuch();
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
      requirePresent("weight", weight);
      requirePositive("z", z);
      requireShareOf("falseAlarmsPer100", falseAlarmsPer100, 100);
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
      requirePositive("from", from);
      requireShareOf("real", real, 1);
    }
  }

  /**
   * The score lies far below what is expected of this person.
   *
   * @param levels by increasing weight and deviation
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
      implements Rule {

    public SuddenDrop {
      requireRule(id, title, suggestion, provenance);
      requireText("family", family);
      requirePresent("firstSessionAtMost", firstSessionAtMost);
      levels = List.copyOf(requirePresent("levels", levels));
      bands = List.copyOf(requirePresent("bands", bands));
      requireRising("levels", levels, Comparator.comparing(Level::weight), Level::z);
      requireRising("bands", bands, Comparator.comparingDouble(Band::from), Band::from);
      if (bands.getFirst().from() > levels.getFirst().z()) {
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
      requireRule(id, title, suggestion, provenance);
      requirePresent("cutOff", cutOff);
      requireRates(falseAlarmsPer100, realAmongSuch);
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
      requireRule(id, title, suggestion, provenance);
      requirePresent("below", below);
      requirePresent("highlightedBelowOthers", highlightedBelowOthers);
      requireRates(falseAlarmsPer100, realAmongSuch);
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
      requireRule(id, title, suggestion, provenance);
      requirePresent("atLeast", atLeast);
      if (atLeast.signum() <= 0) {
        throw new IllegalArgumentException("atLeast must be above 0, was " + atLeast);
      }
      requireRates(falseAlarmsPer100, realAmongSuch);
    }
  }

  private static void requireRule(
      String id, String title, String suggestion, Provenance provenance) {
    requireText("id", id);
    requireText("title", title);
    requireText("suggestion", suggestion);
    requirePresent("provenance", provenance);
  }

  private static void requireRates(BigDecimal falseAlarmsPer100, BigDecimal realAmongSuch) {
    requireShareOf("falseAlarmsPer100", falseAlarmsPer100, 100);
    requireShareOf("realAmongSuch", realAmongSuch, 1);
  }

  private static <T> void requireRising(
      String name,
      List<T> values,
      Comparator<T> order,
      java.util.function.ToDoubleFunction<T> number) {
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

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be a number above 0, was " + value);
    }
  }

  private static void requireShareOf(String name, @Nullable BigDecimal value, int whole) {
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
}
