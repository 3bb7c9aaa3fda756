package dev.attune.instruments.packs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.LicenceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of one pack, as far as they can be judged by themselves. */
final class PackReader {

  private static final String MANIFEST = "pack.yaml";
  private static final List<String> KINDS =
      List.of("instruments", "texts", "norms", "licences", "examples");
  private static final int MAX_FILES = 200;

  /** The largest definition that ships has a twentieth of it. */
  private static final int MAX_BYTES = 256 * 1024;

  private static final ObjectReader READER = Catalogue.reader();

  private final Path folder;
  private final String name;
  private final List<PackFault> faults = new ArrayList<>();
  private int files;

  private PackReader(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * What was read.
   *
   * @param pack null where there are faults
   */
  record Result(@Nullable Pack pack, List<PackFault> faults) {}

  static Result read(Path folder, String name) {
    var reader = new PackReader(folder, name);
    try {
      Pack pack = reader.pack();
      return new Result(reader.faults.isEmpty() ? pack : null, List.copyOf(reader.faults));
    } catch (IOException e) {
      reader.faults.add(
          PackFault.ofFile(name, "cannot be read (%s)".formatted(e.getClass().getSimpleName())));
      return new Result(null, List.copyOf(reader.faults));
    }
  }

  private @Nullable Pack pack() throws IOException {
    for (Path entry : entries(folder)) {
      String entryName = String.valueOf(entry.getFileName());
      if (!entryName.equals(MANIFEST) && !isKind(entry, entryName) && !isNote(entryName)) {
        faults.add(PackFault.ofFile(name + "/" + entryName, "does not belong into a pack"));
      }
    }
    Path manifestFile = folder.resolve(MANIFEST);
    if (!Files.exists(manifestFile)) {
      faults.add(PackFault.ofFile(name + "/" + MANIFEST, "is missing"));
      return null;
    }
    Sourced<Pack.Manifest> manifest =
        file(manifestFile, name + "/" + MANIFEST, Form.MANIFEST, Pack.Manifest.class);
    List<Sourced<Instrument>> definitions =
        folder("instruments", Form.INSTRUMENT, Instrument.class);
    for (Sourced<Instrument> definition : definitions) {
      var found = new Faults(definition.file());
      DefinitionCheck.check(definition.value(), found);
      faults.addAll(found.all());
    }
    List<Sourced<Texts>> texts = folder("texts", Form.TEXTS, Texts.class);
    List<Sourced<SiteNorms>> norms = folder("norms", Form.NORMS, SiteNorms.class);
    List<Sourced<LicenceRecord>> licences = folder("licences", Form.LICENCE, LicenceRecord.class);
    List<Sourced<Examples>> examples = folder("examples", Form.EXAMPLES, Examples.class);
    return manifest == null
        ? null
        : new Pack(name, manifest, definitions, texts, norms, licences, examples);
  }

  private static boolean isKind(Path entry, String entryName) {
    return Files.isDirectory(entry) && KINDS.contains(entryName);
  }

  private static boolean isNote(String entryName) {
    return entryName.matches("(README|LICENSE|NOTICE|CHANGELOG)(\\.(md|txt))?");
  }

  private <T> List<Sourced<T>> folder(String kind, Form form, Class<T> type) throws IOException {
    List<Sourced<T>> read = new ArrayList<>();
    if (!Files.isDirectory(folder.resolve(kind))) {
      return read;
    }
    for (Path path : entries(folder.resolve(kind))) {
      String file = name + "/" + kind + "/" + path.getFileName();
      if (++files > MAX_FILES) {
        faults.add(PackFault.ofFile(name, "holds more than %d files".formatted(MAX_FILES)));
        return read;
      }
      if (!file.endsWith(".yaml")) {
        faults.add(
            PackFault.ofFile(file, "does not belong into a pack: its name must end in .yaml"));
        continue;
      }
      Sourced<T> content = file(path, file, form, type);
      if (content != null) {
        read.add(content);
      }
    }
    return read;
  }

  private <T> @Nullable Sourced<T> file(Path path, String file, Form form, Class<T> type)
      throws IOException {
    String text = text(path, file);
    if (text == null) {
      return null;
    }
    try {
      YamlFile yaml = YamlReader.read(file, text);
      List<PackFault> misfits = form.faults(yaml);
      faults.addAll(misfits);
      return misfits.isEmpty() ? bound(yaml, type) : null;
    } catch (YamlReader.Refused e) {
      faults.add(e.in(file));
      return null;
    }
  }

  private @Nullable String text(Path path, String file) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
      faults.add(PackFault.ofFile(file, "must be a file of at most %d bytes".formatted(MAX_BYTES)));
      return null;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.add(PackFault.ofFile(file, "is not written in UTF-8"));
      return null;
    }
  }

  private <T> @Nullable Sourced<T> bound(YamlFile yaml, Class<T> type) {
    try {
      return new Sourced<>(READER.forType(type).readValue(yaml.root()), yaml);
    } catch (JsonMappingException e) {
      faults.add(yaml.fault(pointer(e), reason(e)));
    } catch (JsonProcessingException e) {
      faults.add(yaml.fault("", reason(e)));
    } catch (IOException e) {
      faults.add(yaml.fault("", "cannot be read"));
    }
    return null;
  }

  private static String pointer(JsonMappingException e) {
    var pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer
          .append('/')
          .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return pointer.toString();
  }

  /** A record that refuses its values says why; anything else is the reader's own language. */
  private static String reason(JsonProcessingException e) {
    return e.getCause() instanceof IllegalArgumentException cause
        ? String.valueOf(cause.getMessage())
        : "holds a value that cannot be taken";
  }

  /** In the order of their names, so that a pack reads the same on every machine. */
  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
          .sorted()
          .toList();
    }
  }
}
