package dev.attune.instruments.packs;

import dev.attune.instruments.Instrument;
import dev.attune.instruments.Item;
import dev.attune.instruments.Perspective;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether words fit the instrument that they are for. */
final class WordingCheck {

  private WordingCheck() {}

  /** The instrument with its wording; empty where that does not fit it. */
  static Optional<Instrument> add(
      Texts texts, Instrument instrument, boolean mayReplace, Faults faults) {
    int before = faults.all().size();
    items(texts, instrument, faults);
    anchors(texts, instrument, faults);
    if (!mayReplace) {
      replaced(texts, instrument, faults);
    }
    return faults.all().size() > before
        ? Optional.empty()
        : Optional.of(instrument.withWording(texts.wording()));
  }

  private static void items(Texts texts, Instrument instrument, Faults faults) {
    Map<Perspective, Set<Integer>> worded = new HashMap<>();
    for (int i = 0; i < texts.items().size(); i++) {
      Texts.ItemText item = texts.items().get(i);
      String pointer = "/items/" + i;
      faults.unless(
          item.number() <= instrument.everyItem().size(),
          pointer + "/number",
          "there is no item " + item.number());
      for (Perspective perspective : item.text().keySet()) {
        faults.unless(
            instrument.perspectives().contains(perspective),
            pointer + "/text/" + perspective,
            "the instrument is not made for it");
        faults.unless(
            worded.computeIfAbsent(perspective, _ -> new HashSet<>()).add(item.number()),
            pointer + "/number",
            "stands twice");
      }
    }
    worded.forEach((perspective, numbers) -> {
      for (Item item : instrument.items()) {
        faults.unless(
            numbers.contains(item.number()),
            "/items",
            "item %d has no text for %s; a form is worded whole or not at all"
                .formatted(item.number(), perspective));
      }
    });
  }

  private static void anchors(Texts texts, Instrument instrument, Faults faults) {
    for (int i = 0; texts.anchors() != null && i < texts.anchors().size(); i++) {
      faults.unless(
          instrument.response().holds(texts.anchors().get(i).value()),
          "/anchors/" + i + "/value",
          "is no answer that can be given");
    }
  }

  private static void replaced(Texts texts, Instrument instrument, Faults faults) {
    boolean present =
        texts.items().stream()
            .flatMap(item -> item.text().keySet().stream())
            .anyMatch(perspective -> instrument.languages(perspective).contains(texts.language()));
    faults.unless(
        !present,
        "/language",
        "the wording in %s is there already; whoever replaces it says so in overrides, with a reason"
            .formatted(texts.language()));
  }
}
