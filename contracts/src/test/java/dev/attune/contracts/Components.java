package dev.attune.contracts;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The components of a record, by whether every reader relies on them. */
final class Components {

  private Components() {}

  static List<String> all(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** Those that may not be absent; a flag that is absent is not set, and a count that is, zero. */
  static List<String> needed(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> !isOptional(component))
        .map(RecordComponent::getName)
        .toList();
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || component.getType() == boolean.class
        || component.getName().equals("missing");
  }
}
