package dev.attune.local.verify;

import dev.attune.local.letters.Place;
import java.util.Set;

/** Which service gave up which record. */
public record Letters(Set<Letter> all) {

  /** One service gave up one record. */
  public record Letter(Place place, String service) {}

  public Letters {
    all = Set.copyOf(all);
  }

  boolean gaveUp(Place place, String service) {
    return all.contains(new Letter(place, service));
  }
}
