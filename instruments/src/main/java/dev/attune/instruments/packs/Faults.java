package dev.attune.instruments.packs;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong with one file so far. */
final class Faults {

  private final YamlFile file;
  private final List<PackFault> found = new ArrayList<>();

  Faults(YamlFile file) {
    this.file = file;
  }

  void add(String pointer, String reason) {
    found.add(file.fault(pointer, reason));
  }

  void unless(boolean right, String pointer, String reason) {
    if (!right) {
      add(pointer, reason);
    }
  }

  List<PackFault> all() {
    return List.copyOf(found);
  }
}
