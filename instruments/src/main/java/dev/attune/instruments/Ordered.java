package dev.attune.instruments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Immutable copies in the order of the definition; empty where it says nothing. Those of {@code
 * Map} and {@code Set} themselves iterate differently in every process, so a page made of them
 * would change with each start.
 */
final class Ordered {

  private Ordered() {}

  static <E> List<E> list(@Nullable Collection<E> of) {
    return of == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(of));
  }

  static <E> Set<E> set(@Nullable Collection<E> of) {
    return of == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(of));
  }

  static <K, V> Map<K, V> map(@Nullable Map<K, V> of) {
    return of == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(of));
  }

  static Map<Perspective, Map<String, String>> wording(
      @Nullable Map<Perspective, Map<String, String>> of) {
    if (of == null) {
      return Map.of();
    }
    Map<Perspective, Map<String, String>> copy = new LinkedHashMap<>();
    of.forEach((perspective, text) -> copy.put(perspective, map(text)));
    return Collections.unmodifiableMap(copy);
  }
}
