package dev.attune.systemtests.operations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import dev.attune.systemtests.fixture.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The settings that the extensions of a packaged service take at run time, by their own word. */
final class QuarkusSettings {

  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

  private QuarkusSettings() {}

  static Set<String> of(String service) {
    Path libraries = Root.path().resolve(service).resolve("target/quarkus-app/lib/main");
    if (!Files.isDirectory(libraries)) {
      throw Program.missing("package of " + service, "its quarkus.* settings are not checked");
    }
    var settings = new HashSet<String>();
    try (Stream<Path> jars = Files.list(libraries)) {
      for (Path jar : jars.toList()) {
        add(jar, settings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  private static void add(Path jar, Set<String> settings) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      ZipEntry model = zip.getEntry(MODEL);
      if (model != null) {
        JsonNode json = Json.MAPPER.readTree(zip.getInputStream(model));
        List<JsonNode> parents = json.findParents("phase");
        parents.stream()
            .filter(item -> !item.path("phase").asText().equals("BUILD_TIME"))
            .forEach(item -> settings.add(item.at("/path/property").asText()));
      }
    }
  }
}
