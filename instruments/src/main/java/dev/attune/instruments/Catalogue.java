package dev.attune.instruments;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The instruments that can be scored, by id and version. Of several versions of one instrument the
 * last one listed is the current one.
 */
public final class Catalogue {

  private static final String FOLDER = "/instruments/";
  private static final String INDEX = FOLDER + "index.txt";

  private final List<Instrument> versions;
  private final Map<String, Instrument> current;

  private Catalogue(List<Instrument> versions) {
    Map<String, Instrument> byId = new LinkedHashMap<>();
    versions.forEach(instrument -> byId.put(instrument.id(), instrument));
    this.versions = List.copyOf(versions);
    this.current = byId;
  }

  /** The catalogue of these definitions, in their order. */
  public static Catalogue of(List<Instrument> versions) {
    return new Catalogue(versions);
  }

  /**
   * Reads the instruments that ship with this module. Costs some milliseconds: once at start.
   *
   * @throws UncheckedIOException if a definition cannot be read
   */
  public static Catalogue shipped() {
    ObjectReader reader = reader();
    try {
      List<Instrument> versions = new ArrayList<>();
      for (String file : index()) {
        try (InputStream yaml = open(FOLDER + file)) {
          versions.add(reader.readValue(yaml));
        }
      }
      return of(versions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The current version of an instrument. */
  public Optional<Instrument> find(String id) {
    return Optional.ofNullable(current.get(id));
  }

  /** One version of an instrument. */
  public Optional<Instrument> find(String id, String version) {
    return versions.stream()
        .filter(instrument -> instrument.id().equals(id) && instrument.version().equals(version))
        .findFirst();
  }

  /** The current version of every instrument, in the order of the catalogue. */
  public List<Instrument> all() {
    return List.copyOf(current.values());
  }

  /** Every version of every instrument, in the order of the catalogue. */
  public List<Instrument> versions() {
    return versions;
  }

  /**
   * Reads definitions. Sets keep the order of the file: those of enums would have another one in
   * every process.
   */
  public static ObjectReader reader() {
    return YAMLMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .addModule(
            new SimpleModule()
                .addAbstractTypeMapping(Set.class, LinkedHashSet.class)
                .addDeserializer(LocalDate.class, new IsoDate()))
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build()
        .readerFor(Instrument.class);
  }

  static List<String> index() throws IOException {
    try (InputStream index = open(INDEX)) {
      return new String(index.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  static InputStream open(String resource) throws IOException {
    InputStream stream = Catalogue.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FileNotFoundException(resource + " is not in the module's jar");
    }
    return stream;
  }
}
