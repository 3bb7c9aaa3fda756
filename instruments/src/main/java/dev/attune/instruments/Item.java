package dev.attune.instruments;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item of an instrument.
 *
 * @param number its place from 1
 * @param id a short word for it, unique within the instrument
 * @param label what it is about, by language; our own words
 * @param text its wording by perspective and language; empty where the wording may not ship
 * @param loinc its LOINC code, where it has one
 */
public record Item(
    int number,
    String id,
    Map<String, String> label,
    Map<Perspective, Map<String, String>> text,
    @Nullable String loinc) {

  public Item {
    label = Ordered.map(label);
    text = Ordered.wording(text);
  }
}
