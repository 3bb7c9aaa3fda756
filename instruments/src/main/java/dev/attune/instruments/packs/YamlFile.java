package dev.attune.instruments.packs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A file as a tree that remembers its lines.
 *
 * @param name the path from the directory of packs
 * @param lines where each value stands, by JSON Pointer
 */
record YamlFile(String name, JsonNode root, Map<String, Integer> lines) {

  PackFault fault(String pointer, String reason) {
    return new PackFault(name, line(pointer), pointer, reason);
  }

  /** Of the place, or of the nearest one around it that is there. */
  private int line(String pointer) {
    for (String place = pointer; ; place = place.substring(0, place.lastIndexOf('/'))) {
      Integer line = lines.get(place);
      if (line != null) {
        return line;
      }
      if (place.isEmpty()) {
        return 1;
      }
    }
  }
}
