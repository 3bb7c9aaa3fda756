package dev.attune.instruments.packs;

import dev.attune.instruments.Instrument;
import dev.attune.instruments.LicenceRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the files of one pack hold, each of the right form.
 *
 * @param name of its folder
 */
record Pack(
    String name,
    Sourced<Manifest> manifest,
    List<Sourced<Instrument>> definitions,
    List<Sourced<Texts>> texts,
    List<Sourced<SiteNorms>> norms,
    List<Sourced<LicenceRecord>> licences,
    List<Sourced<Examples>> examples) {

  /** What the pack says of itself. */
  record Manifest(
      String id,
      String version,
      String title,
      @Nullable String by,
      @Nullable String licence,
      @Nullable List<Replacement> overrides) {

    List<Replacement> replaced() {
      return Optional.ofNullable(overrides).orElse(List.of());
    }
  }

  /** That something of a shipped instrument is replaced on purpose, and why. */
  record Replacement(String instrument, String reason) {}

  boolean overrides(String instrument) {
    return manifest.value().replaced().stream()
        .anyMatch(one -> one.instrument().equals(instrument));
  }
}
