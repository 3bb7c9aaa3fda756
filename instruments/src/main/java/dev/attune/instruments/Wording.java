package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a form in one language.
 *
 * @param language ISO 639-1
 * @param prompt the question above the items, by perspective; may be empty
 * @param items by number and perspective
 * @param anchors the words at single answers, ascending; may be empty
 */
public record Wording(
    String language,
    Map<Perspective, String> prompt,
    Map<Integer, Map<Perspective, String>> items,
    Map<BigDecimal, String> anchors) {

  public Wording {
    prompt = Ordered.map(prompt);
    items = Ordered.map(items);
    anchors = Ordered.map(anchors);
  }

  Map<Perspective, Map<String, String>> prompt(Map<Perspective, Map<String, String>> present) {
    return joined(present, prompt);
  }

  List<Item> items(List<Item> present) {
    return present.stream().map(this::worded).toList();
  }

  List<Block> blocks(List<Block> present) {
    return present.stream()
        .map(block ->
            new Block(
                block.id(),
                block.label(),
                block.asked(),
                block.perspectives(),
                items(block.items())))
        .toList();
  }

  Response response(Response present) {
    List<Response.Anchor> joined = new ArrayList<>(present.anchors());
    anchors.forEach((value, text) -> {
      int at = 0;
      while (at < joined.size() && joined.get(at).value().compareTo(value) < 0) {
        at++;
      }
      if (at < joined.size() && joined.get(at).value().compareTo(value) == 0) {
        joined.set(at, new Response.Anchor(value, with(joined.get(at).text(), text)));
      } else {
        joined.add(at, new Response.Anchor(value, with(Map.of(), text)));
      }
    });
    return new Response(
        present.type(),
        present.min(),
        present.max(),
        present.step(),
        present.lineMm(),
        joined,
        present.anchorSchemes(),
        present.noEvidence());
  }

  private Item worded(Item item) {
    return new Item(
        item.number(),
        item.id(),
        item.label(),
        joined(item.text(), items.getOrDefault(item.number(), Map.of())),
        item.loinc(),
        item.response(),
        item.standard(),
        item.about());
  }

  private Map<Perspective, Map<String, String>> joined(
      Map<Perspective, Map<String, String>> present, Map<Perspective, String> more) {
    Map<Perspective, Map<String, String>> joined = new LinkedHashMap<>(present);
    more.forEach((perspective, text) -> {
      @Nullable Map<String, String> others = joined.get(perspective);
      joined.put(perspective, with(others == null ? Map.of() : others, text));
    });
    return joined;
  }

  private Map<String, String> with(Map<String, String> others, String text) {
    Map<String, String> with = new LinkedHashMap<>(others);
    with.put(language, text);
    return with;
  }
}
