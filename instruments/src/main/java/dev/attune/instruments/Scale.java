package dev.attune.instruments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score of an instrument: made of items, or of scales that stand before it in the definition.
 *
 * @param id unique within the instrument; {@code total} for the whole
 * @param label what it is about, by language
 * @param agg how its parts become one number
 * @param items the numbers of its items from 1; empty where it is made of scales
 * @param of the ids of its scales; empty where it is made of items
 * @param minValid the fewest answered items that give a score; a scale of scales needs all of them
 * @param loinc its LOINC code, where it has one
 * @param provenance where the key and the rule for missing answers come from
 */
public record Scale(
    String id,
    Map<String, String> label,
    Aggregation agg,
    List<Integer> items,
    List<String> of,
    int minValid,
    @Nullable String loinc,
    List<Provenance> provenance) {

  /** The id of the score of the whole instrument. */
  public static final String TOTAL = "total";

  public Scale {
    label = Ordered.map(label);
    items = Ordered.list(items);
    of = Ordered.list(of);
    provenance = Ordered.list(provenance);
    if (agg.ofScales() ? of.isEmpty() || !items.isEmpty() : items.isEmpty() || !of.isEmpty()) {
      throw new IllegalArgumentException("scale " + id + " is made of items or of scales");
    }
    if (minValid < (agg.ofScales() ? 0 : 1) || minValid > items.size()) {
      throw new IllegalArgumentException(
          "scale " + id + " has " + items.size() + " items, its min_valid is " + minValid);
    }
  }
}
