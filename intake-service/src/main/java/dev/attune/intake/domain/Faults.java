package dev.attune.intake.domain;

import java.util.ArrayList;
import java.util.List;

/** The faults found in one body, up to a limit that keeps the answer small. */
final class Faults {

  /** So many faults are told; a body with more is mended in several rounds. */
  static final int MAX = 100;

  private final List<Fault> found = new ArrayList<>();

  void add(String pointer, String message) {
    if (found.size() < MAX) {
      found.add(new Fault(pointer, message));
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Fault> all() {
    return List.copyOf(found);
  }
}
