package dev.attune.intake.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an object may hold. A name written with {@code ?} at its end may be missing or
 * null.
 */
final class Fields {

  private final List<String> names;
  private final Map<String, Integer> places;
  private final long required;

  private Fields(List<String> names, Map<String, Integer> places, long required) {
    this.names = names;
    this.places = places;
    this.required = required;
  }

  static Fields of(String... declared) {
    Map<String, Integer> places = new HashMap<>();
    long required = 0;
    for (int i = 0; i < declared.length; i++) {
      boolean optional = declared[i].endsWith("?");
      places.put(optional ? declared[i].substring(0, declared[i].length() - 1) : declared[i], i);
      required |= optional ? 0 : bit(i);
    }
    List<String> names =
        places.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    return new Fields(names, Map.copyOf(places), required);
  }

  /** The bit of a field, or 0 if there is no such field. */
  long bitOf(@Nullable String name) {
    Integer place = name == null ? null : places.get(name);
    return place == null ? 0 : bit(place);
  }

  boolean requires(long bit) {
    return (required & bit) != 0;
  }

  boolean lacks(long seen) {
    return (required & ~seen) != 0;
  }

  /** Notes every required field that was not seen. */
  void noteMissing(long seen, String parent, Faults faults) {
    long missing = required & ~seen;
    for (int i = 0; missing != 0 && i < names.size(); i++) {
      if ((missing & bit(i)) != 0) {
        faults.add(parent + "/" + names.get(i), "is missing");
      }
    }
  }

  private static long bit(int place) {
    return 1L << place;
  }
}
