package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.Rule;

/** How severities compare and rise. */
final class Severities {

  private Severities() {}

  static Severity of(Rule.Weight weight) {
    return switch (weight) {
      case INFO -> Severity.INFO;
      case AMBER -> Severity.AMBER;
      case RED -> Severity.RED;
    };
  }

  static Severity heavier(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static Severity raised(Severity severity) {
    return switch (severity) {
      case INFO -> Severity.AMBER;
      case AMBER, RED -> Severity.RED;
    };
  }
}
