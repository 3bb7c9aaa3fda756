package dev.attune.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Definitions that are made for tests. */
final class Definitions {

  private static final Catalogue SHIPPED = Catalogue.shipped();

  private Definitions() {}

  static Instrument threeScales() {
    return parsed(text("/three-scales.yaml"));
  }

  static Instrument shipped(String id) {
    return SHIPPED.find(id).orElseThrow();
  }

  /** The definition of a file with one passage replaced throughout. */
  static Instrument edited(String file, String passage, String by) {
    return parsed(text("/instruments/" + file).replaceAll(passage, by));
  }

  /** What a deployer's packs make of the instruments whose key does not ship. */
  static List<Instrument> packs() {
    return Stream.of("tbs", "casf", "vtas", "tasa")
        .map(id -> parsed(text("/packs/" + id + ".yaml")))
        .toList();
  }

  /** The shipped instruments, with packs in place of those whose key does not ship. */
  static Catalogue catalogueWithPacks() {
    List<Instrument> all = new ArrayList<>(SHIPPED.all());
    all.addAll(packs());
    return Catalogue.of(all);
  }

  static String text(String resource) {
    try (InputStream stream = Definitions.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instrument parsed(String yaml) {
    try {
      return Catalogue.reader().readValue(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
