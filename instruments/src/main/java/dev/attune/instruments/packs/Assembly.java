package dev.attune.instruments.packs;

import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Crosswalk;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Instrument.Status;
import dev.attune.instruments.LicenceRecord;
import dev.attune.instruments.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Puts packs and what ships together, and finds what does not go together. */
final class Assembly {

  private final Catalogue shipped;
  private final List<Pack> packs;
  private final Map<String, List<PackFault>> faults = new TreeMap<>();
  private List<Instrument> versions;

  private Assembly(Catalogue shipped, List<Pack> packs) {
    this.shipped = shipped;
    this.packs = packs;
    this.versions = new ArrayList<>(shipped.versions());
  }

  /**
   * What comes of it.
   *
   * @param faults by pack; where there are any, the catalogue is not to be used
   */
  record Result(
      Catalogue catalogue, List<LicenceRecord> licences, Map<String, List<PackFault>> faults) {}

  static Result of(Catalogue shipped, List<Pack> packs) {
    var assembly = new Assembly(shipped, packs);
    assembly.clashes();
    if (assembly.faults.isEmpty()) {
      assembly.assemble();
    }
    return new Result(
        Catalogue.of(assembly.versions),
        packs.stream().flatMap(pack -> pack.licences().stream()).map(Sourced::value).toList(),
        assembly.faults);
  }

  /** Nobody can tell which of two that claim the same is right: both are refused. */
  private void clashes() {
    var ids = new Clashes("a pack");
    var definitions = new Clashes("the definition of");
    var texts = new Clashes("the wording of");
    var norms = new Clashes("the norm");
    for (Pack pack : packs) {
      ids.claim(pack, pack.manifest().value().id(), pack.manifest().file(), "/id");
      for (Sourced<Instrument> one : pack.definitions()) {
        definitions.claim(pack, one.value().id(), one.file(), "/id");
      }
      for (Sourced<Texts> one : pack.texts()) {
        String what = one.value().instrument() + " in " + one.value().language();
        texts.claim(pack, what, one.file(), "/language");
      }
      for (Sourced<SiteNorms> one : pack.norms()) {
        for (int i = 0; i < one.value().norms().size(); i++) {
          String what = one.value().instrument() + " " + one.value().norms().get(i).id();
          norms.claim(pack, what, one.file(), "/norms/" + i + "/id");
        }
      }
    }
    for (Clashes clashes : List.of(ids, definitions, texts, norms)) {
      clashes.forEach(this::add);
    }
  }

  private void assemble() {
    for (Pack pack : packs) {
      each(pack, pack.definitions(), (definition, found) -> define(pack, definition, found));
    }
    for (Pack pack : packs) {
      each(pack, pack.definitions(), this::crosswalk);
      each(
          pack,
          pack.texts(),
          (texts, found) ->
              target(texts.instrument(), texts.version(), found)
                  .flatMap(one -> WordingCheck.add(texts, one, pack.overrides(one.id()), found))
                  .ifPresent(this::replace));
      each(
          pack,
          pack.norms(),
          (norms, found) ->
              target(norms.instrument(), norms.version(), found)
                  .flatMap(one -> LocalNorms.add(norms, one, pack.overrides(one.id()), found))
                  .ifPresent(this::replace));
      each(
          pack,
          pack.licences(),
          (licence, found) ->
              found.unless(
                  find(licence.instrument()).isPresent(),
                  "/instrument",
                  "is not in the catalogue"));
      each(pack, List.of(pack.manifest()), (manifest, found) -> overrides(pack, found));
    }
    for (Pack pack : packs) {
      each(
          pack,
          pack.examples(),
          (examples, found) ->
              target(examples.instrument(), examples.version(), found)
                  .ifPresent(one -> examples.check(one, found)));
    }
  }

  private void define(Pack pack, Instrument definition, Faults found) {
    Optional<Instrument> present = shipped.find(definition.id());
    if (shipped.find(definition.id(), definition.version()).isPresent()) {
      found.add("/version", "must be another than the shipped one, as scores name it");
    }
    if (present.isPresent() && present.get().status() == Status.CUSTOM_PACK_REQUIRED) {
      fill(present.get(), definition, found);
    } else if (present.isPresent() && !pack.overrides(definition.id())) {
      found.add(
          "/id", "ships with Attune; whoever replaces its key says so in overrides, with a reason");
    }
    versions.add(definition);
  }

  /** A pack that brings a key which is not public defines what is known of it. */
  private static void fill(Instrument gap, Instrument definition, Faults found) {
    found.unless(
        definition.items().size() == gap.items().size(),
        "/items",
        "%s has %d items".formatted(gap.id(), gap.items().size()));
    for (Slot slot : gap.slots()) {
      Set<Integer> items = items(definition, slot.id());
      found.unless(!items.isEmpty(), "/scales", "lacks scale " + slot.id());
      found.unless(
          items.isEmpty() || slot.items() == null || items.size() == slot.items(),
          "/scales",
          "scale %s has %d items".formatted(slot.id(), slot.items()));
    }
  }

  /** Those that a scale is made of in the end; none where there is no such scale. */
  private static Set<Integer> items(Instrument definition, String scale) {
    Set<Integer> items = new HashSet<>();
    definition
        .scale(scale)
        .ifPresent(one -> {
          items.addAll(one.items());
          one.of().forEach(part -> items.addAll(items(definition, part)));
        });
    return items;
  }

  private void crosswalk(Instrument definition, Faults found) {
    Crosswalk crosswalk = definition.crosswalk();
    if (crosswalk == null) {
      return;
    }
    Optional<Instrument> longForm = find(crosswalk.from());
    found.unless(longForm.isPresent(), "/crosswalk/from", "is not in the catalogue");
    found.unless(
        crosswalk.items().size() == definition.items().size(),
        "/crosswalk/items",
        "must name one for every item");
    int last = longForm.map(one -> one.items().size()).orElse(Integer.MAX_VALUE);
    found.unless(
        crosswalk.items().stream().allMatch(item -> item <= last),
        "/crosswalk/items",
        "must be items of the longer form");
  }

  private void overrides(Pack pack, Faults found) {
    List<Pack.Replacement> overrides = pack.manifest().value().replaced();
    for (int i = 0; i < overrides.size(); i++) {
      String id = overrides.get(i).instrument();
      boolean replaces =
          pack.definitions().stream().anyMatch(one -> one.value().id().equals(id))
              || pack.texts().stream().anyMatch(one -> one.value().instrument().equals(id))
              || pack.norms().stream().anyMatch(one -> one.value().instrument().equals(id));
      found.unless(
          replaces && shipped.find(id).isPresent(),
          "/overrides/" + i,
          "the pack replaces nothing of a shipped instrument of this name");
    }
  }

  private Optional<Instrument> target(String id, String version, Faults found) {
    Optional<Instrument> instrument = find(id);
    if (instrument.isEmpty()) {
      found.add("/instrument", "is not in the catalogue");
    } else if (!instrument.get().version().equals(version)) {
      found.add("/version", "is not the current one, which is " + instrument.get().version());
      return Optional.empty();
    }
    return instrument;
  }

  private Optional<Instrument> find(String id) {
    return Catalogue.of(versions).find(id);
  }

  private void replace(Instrument changed) {
    versions.replaceAll(one ->
        one.id().equals(changed.id()) && one.version().equals(changed.version()) ? changed : one);
  }

  private <T> void each(Pack pack, List<Sourced<T>> contents, BiConsumer<T, Faults> check) {
    for (Sourced<T> content : contents) {
      var found = new Faults(content.file());
      check.accept(content.value(), found);
      found.all().forEach(fault -> add(pack, fault));
    }
  }

  private void add(Pack pack, PackFault fault) {
    faults.computeIfAbsent(pack.name(), _ -> new ArrayList<>()).add(fault);
  }
}
