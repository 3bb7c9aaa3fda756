package dev.attune.instruments.packs;

import dev.attune.instruments.Perspective;
import dev.attune.instruments.Wording;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The wording of an instrument in one language.
 *
 * @param instrument its id
 * @param version of the definition that is worded
 * @param language ISO 639-1
 * @param permission why the site may show it
 */
record Texts(
    String instrument,
    String version,
    String language,
    String permission,
    @Nullable Map<Perspective, String> prompt,
    List<ItemText> items,
    @Nullable List<AnchorText> anchors) {

  Wording wording() {
    Map<Integer, Map<Perspective, String>> byNumber = new LinkedHashMap<>();
    for (ItemText item : items) {
      byNumber.computeIfAbsent(item.number(), _ -> new LinkedHashMap<>()).putAll(item.text());
    }
    Map<BigDecimal, String> byValue = new TreeMap<>();
    if (anchors != null) {
      anchors.forEach(anchor -> byValue.put(anchor.value(), anchor.text()));
    }
    return new Wording(language, prompt == null ? Map.of() : prompt, byNumber, byValue);
  }

  /** The wording of one item, by perspective. */
  record ItemText(int number, Map<Perspective, String> text) {}

  /** The words at one answer. */
  record AnchorText(BigDecimal value, String text) {}
}
