package dev.attune.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Definitions that are made for tests. */
final class Definitions {

  private Definitions() {}

  static Instrument threeScales() {
    try (InputStream yaml = Definitions.class.getResourceAsStream("/three-scales.yaml")) {
      return Catalogue.reader().readValue(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Instrument shipped(String id) {
    return Catalogue.shipped().find(id).orElseThrow();
  }

  /** The same definition under another version. */
  static Instrument renamed(Instrument of, String version) {
    return copy(of, version, of.norms());
  }

  /** The same definition with norms so narrow that every score lies far from their mean. */
  static Instrument withTinySd(Instrument of) {
    return copy(of, of.version(), of.norms().stream().map(Definitions::tinySd).toList());
  }

  private static Norm tinySd(Norm norm) {
    return new Norm(
        norm.id(),
        norm.version(),
        norm.scale(),
        norm.perspective(),
        norm.ages(),
        norm.population(),
        norm.reference(),
        norm.n(),
        norm.mean(),
        new BigDecimal("0.01"),
        norm.reliability(),
        norm.grade(),
        norm.provenance());
  }

  private static Instrument copy(Instrument of, String version, List<Norm> norms) {
    return new Instrument(
        of.id(),
        version,
        of.name(),
        of.direction(),
        of.status(),
        of.perspectives(),
        of.ages(),
        of.timing(),
        of.prompt(),
        of.items(),
        of.response(),
        of.reverse(),
        of.scales(),
        of.cutoffs(),
        of.flags(),
        of.reliableChange(),
        norms,
        of.bands(),
        of.licence(),
        of.sources());
  }
}
