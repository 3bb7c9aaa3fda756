package dev.attune.instruments;

import dev.attune.instruments.FormGate.Obstacle.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a screen may ask the items of an instrument. Answers that were given elsewhere, on paper
 * or in an EHR, are taken as data either way.
 */
public sealed interface FormGate {

  /**
   * It may.
   *
   * @param languages in which ones the whole wording is there, by perspective; never empty
   */
  record Open(Map<Perspective, Set<String>> languages) implements FormGate {
    public Open {
      languages = Ordered.map(languages);
    }
  }

  /**
   * It may not.
   *
   * @param obstacles everything that stands in the way; never empty
   */
  record Closed(List<Obstacle> obstacles) implements FormGate {
    public Closed {
      obstacles = List.copyOf(obstacles);
    }
  }

  /**
   * One reason against a form.
   *
   * @param code the same in every release
   * @param message for whoever runs the site: what is missing and how it is supplied
   */
  record Obstacle(Code code, String message) {

    /** What is missing. */
    public enum Code {
      /** No pack defines the scoring key. */
      KEY_MISSING,
      /** No licence to ask the items electronically is recorded for the clinic. */
      LICENCE_MISSING,
      /** One is recorded, but does not hold on this day. */
      LICENCE_NOT_IN_FORCE,
      /** The items have no text in any language. */
      WORDING_MISSING
    }
  }

  /**
   * Decides for one clinic on one day.
   *
   * @param licences what the site has recorded, of whichever instruments
   */
  static FormGate decide(
      Instrument definition, Collection<LicenceRecord> licences, String tenant, LocalDate today) {
    List<Obstacle> obstacles = new ArrayList<>();
    if (definition.status() == Instrument.Status.CUSTOM_PACK_REQUIRED) {
      obstacles.add(new Obstacle(Code.KEY_MISSING, KeyMissing.explain(definition)));
    }
    if (definition.licence().gate() == Licence.Gate.BLOCKED_ELECTRONIC) {
      unlicensed(definition, licences, tenant, today).ifPresent(obstacles::add);
    }
    Map<Perspective, Set<String>> languages = languages(definition);
    if (languages.isEmpty()) {
      obstacles.add(new Obstacle(Code.WORDING_MISSING, wordingMissing(definition)));
    }
    return obstacles.isEmpty() ? new Open(languages) : new Closed(obstacles);
  }

  private static Optional<Obstacle> unlicensed(
      Instrument definition, Collection<LicenceRecord> licences, String tenant, LocalDate today) {
    List<LicenceRecord> electronic =
        licences.stream()
            .filter(licence -> licence.electronic() && licence.isFor(definition, tenant))
            .toList();
    if (electronic.stream().anyMatch(licence -> licence.holdsOn(today))) {
      return Optional.empty();
    }
    String holder = definition.licence().holder();
    return Optional.of(
        electronic.isEmpty()
            ? new Obstacle(
                Code.LICENCE_MISSING,
                "a screen may ask the items only with a licence of %s; none is recorded for this"
                        .formatted(holder)
                    + " clinic")
            : new Obstacle(
                Code.LICENCE_NOT_IN_FORCE,
                "the recorded licence of %s does not hold today".formatted(holder)));
  }

  private static Map<Perspective, Set<String>> languages(Instrument definition) {
    Map<Perspective, Set<String>> languages = new LinkedHashMap<>();
    for (Perspective perspective : definition.perspectives()) {
      Set<String> whole = definition.languages(perspective);
      if (!whole.isEmpty()) {
        languages.put(perspective, whole);
      }
    }
    return languages;
  }

  private static String wordingMissing(Instrument definition) {
    return definition.licence().gate() == Licence.Gate.OPEN
        ? "the wording may be shown, but is not installed: a text pack supplies it"
        : "the wording belongs to %s and does not ship: a site that may use it supplies a text pack"
            .formatted(definition.licence().holder());
  }
}
