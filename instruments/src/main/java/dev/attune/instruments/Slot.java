package dev.attune.instruments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scale whose items are not public: what a pack with the key has to define.
 *
 * @param items how many items it has, where it is made of items
 * @param rule how it is made, where that is known
 */
public record Slot(
    String id,
    Map<String, String> label,
    @Nullable Integer items,
    @Nullable String rule,
    List<Provenance> provenance) {

  public Slot {
    label = Ordered.map(label);
    provenance = Ordered.list(provenance);
  }
}
