package dev.attune.instruments.packs;

import dev.attune.instruments.Aggregation;
import dev.attune.instruments.Block;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Instrument.Status;
import dev.attune.instruments.Item;
import dev.attune.instruments.Range;
import dev.attune.instruments.Response;
import dev.attune.instruments.Scale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a definition that has the right form agrees with itself. */
final class DefinitionCheck {

  private final Instrument instrument;
  private final Faults faults;

  private DefinitionCheck(Instrument instrument, Faults faults) {
    this.instrument = instrument;
    this.faults = faults;
  }

  static void check(Instrument instrument, Faults faults) {
    var check = new DefinitionCheck(instrument, faults);
    int before = faults.all().size();
    check.items();
    check.blocks();
    check.reverse();
    if (faults.all().size() == before) {
      check.scales();
    }
    if (faults.all().size() == before) {
      NumbersCheck.check(instrument, faults);
    }
    if (faults.all().size() == before) {
      Trial.check(instrument, faults);
    }
  }

  private void items() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < instrument.items().size(); i++) {
      item(instrument.items().get(i), "/items/" + i, i + 1, ids);
    }
    if (instrument.response().type() != Response.Type.MIXED) {
      response(instrument.response(), "/response");
    }
  }

  private void blocks() {
    Set<String> ids = new HashSet<>();
    instrument.items().forEach(item -> ids.add(item.id()));
    int next = instrument.items().size();
    for (int b = 0; b < instrument.blocks().size(); b++) {
      Block block = instrument.blocks().get(b);
      faults.unless(
          instrument.perspectives().containsAll(block.perspectives()),
          "/blocks/" + b + "/perspectives",
          "must be among those of the instrument");
      for (int i = 0; i < block.items().size(); i++) {
        next++;
        item(block.items().get(i), "/blocks/" + b + "/items/" + i, next, ids);
      }
    }
  }

  private void item(Item item, String pointer, int number, Set<String> ids) {
    faults.unless(item.number() == number, pointer + "/number", "must be " + number);
    faults.unless(ids.add(item.id()), pointer + "/id", "stands twice");
    Response response = instrument.responseTo(item);
    if (response.type() == Response.Type.MIXED) {
      faults.unless(
          instrument.status() == Status.CUSTOM_PACK_REQUIRED,
          pointer,
          "needs a response of its own, as the instrument has none for all");
    } else if (item.response() != null) {
      response(response, pointer + "/response");
    }
  }

  private void response(Response response, String pointer) {
    BigDecimal step = response.step();
    faults.unless(
        step == null || response.range().width().remainder(step).signum() == 0,
        pointer + "/step",
        "must lead from min to max");
    for (int i = 0; i < response.anchors().size(); i++) {
      faults.unless(
          response.holds(response.anchors().get(i).value()),
          pointer + "/anchors/" + i + "/value",
          "must be an answer that can be given");
    }
  }

  private void reverse() {
    int number = 0;
    for (Integer reversed : instrument.reverse()) {
      faults.unless(
          reversed <= instrument.everyItem().size(),
          "/reverse/" + number++,
          "there is no item " + reversed);
    }
  }

  private void scales() {
    Map<String, Scale> before = new HashMap<>();
    Set<Integer> counted = new HashSet<>();
    for (int i = 0; i < instrument.scales().size(); i++) {
      Scale scale = instrument.scales().get(i);
      String pointer = "/scales/" + i;
      faults.unless(!before.containsKey(scale.id()), pointer + "/id", "stands twice");
      if (scale.agg().ofScales()) {
        if (faults.all().isEmpty()) {
          scaleOfScales(scale, pointer, before);
        }
      } else {
        scaleOfItems(scale, pointer);
      }
      before.put(scale.id(), scale);
      counted.addAll(scale.items());
    }
    if (instrument.status() != Status.CUSTOM_PACK_REQUIRED
        && instrument.status() != Status.NOT_SCORED) {
      for (Item item : instrument.items()) {
        faults.unless(
            counted.contains(item.number()),
            "/scales",
            "item %d counts in no scale; what is not scored stands in a block"
                .formatted(item.number()));
      }
    }
  }

  private void scaleOfItems(Scale scale, String pointer) {
    List<Item> items = instrument.items();
    for (int i = 0; i < scale.items().size(); i++) {
      int number = scale.items().get(i);
      String place = pointer + "/items/" + i;
      if (number > items.size()) {
        faults.add(place, "there is no item " + number);
      } else if (scale.agg() == Aggregation.T_MEAN) {
        faults.unless(
            items.get(number - 1).standard() != null,
            place,
            "item %d needs a standard: the scale is one of standardised items".formatted(number));
      } else {
        faults.unless(
            range(number).isSameAs(range(Math.min(scale.items().getFirst(), items.size()))),
            place,
            "item %d has another range than the first one of the scale".formatted(number));
      }
    }
  }

  private void scaleOfScales(Scale scale, String pointer, Map<String, Scale> before) {
    for (int i = 0; i < scale.of().size(); i++) {
      String part = scale.of().get(i);
      String place = pointer + "/of/" + i;
      if (!before.containsKey(part)) {
        faults.add(place, "there is no scale %s before this one".formatted(part));
        return;
      }
      boolean sameRange = instrument.range(part).isSameAs(instrument.range(scale.of().getFirst()));
      faults.unless(
          scale.agg() == Aggregation.SUM_OF_SCALES || sameRange,
          place,
          "scale %s has another range than the first one".formatted(part));
    }
  }

  private Range range(int number) {
    return instrument.responseTo(instrument.items().get(number - 1)).range();
  }
}
