package dev.attune.systemtests.operations;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.attune.systemtests.fixture.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What lies in {@code deploy/kubernetes}, as it is written and as it is rendered. */
final class Manifests {

  static final Path DIRECTORY = Root.path().resolve("deploy/kubernetes");

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private Manifests() {}

  /** Every file, whether a manifest, a part of one, or a kustomization. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a text in YAML; a key that stands twice is a fault. */
  static List<JsonNode> documents(String yaml) {
    try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      var documents = new ArrayList<JsonNode>();
      while (values.hasNext()) {
        JsonNode document = values.next();
        if (!document.isNull() && !document.isMissingNode()) {
          documents.add(document);
        }
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> documents(Path file) {
    try {
      return documents(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An overlay as Kubernetes gets it; ends the test where there is no program that renders. */
  static List<Manifest> rendered(String overlay) {
    Path directory = DIRECTORY.resolve("overlays").resolve(overlay);
    Program.Result rendered =
        Program.find("kustomize")
            .map(kustomize -> kustomize.run(directory, "build", "."))
            .or(() ->
                Program.find("kubectl").map(kubectl -> kubectl.run(directory, "kustomize", ".")))
            .orElseThrow(() -> Program.missing("kustomize or kubectl", "no overlay is tried"));
    if (rendered.exit() != 0) {
      throw new AssertionError(overlay + " does not render: " + rendered.out());
    }
    return documents(rendered.out()).stream().map(Manifest::new).toList();
  }
}
