package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A named range of scores.
 *
 * @param scale the id of the scale
 * @param from the lowest score of the band; it ends where the next one begins
 * @param label its name, by language
 */
public record Band(
    String scale, BigDecimal from, Map<String, String> label, List<Provenance> provenance) {

  public Band {
    label = Ordered.map(label);
    provenance = Ordered.list(provenance);
  }
}
