package dev.attune.instruments.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Who claims what, where only one may. */
final class Clashes {

  private final String kind;
  private final Map<String, List<Claim>> claims = new TreeMap<>();

  Clashes(String kind) {
    this.kind = kind;
  }

  private record Claim(Pack pack, YamlFile file, String pointer) {}

  void claim(Pack pack, String what, YamlFile file, String pointer) {
    claims.computeIfAbsent(what, _ -> new ArrayList<>()).add(new Claim(pack, file, pointer));
  }

  /** Every claim that is not the only one, with the first of the others. */
  void forEach(BiConsumer<Pack, PackFault> told) {
    claims.forEach((what, all) -> {
      for (int i = 0; all.size() > 1 && i < all.size(); i++) {
        Claim claim = all.get(i);
        String other = all.get(i == 0 ? 1 : 0).file().name();
        String reason = "%s %s stands in %s too".formatted(kind, what, other);
        told.accept(claim.pack(), claim.file().fault(claim.pointer(), reason));
      }
    });
  }
}
