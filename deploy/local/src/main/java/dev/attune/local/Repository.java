package dev.attune.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the repository lies, whose packages the system consists of. */
final class Repository {

  private Repository() {}

  /** The root, told by {@code attune.root} or found above the working directory. */
  static Path root() {
    String told = System.getProperty("attune.root", "");
    if (!told.isEmpty()) {
      return Path.of(told).toAbsolutePath().normalize();
    }
    for (@Nullable Path path = Path.of("").toAbsolutePath();
        path != null;
        path = path.getParent()) {
      if (Files.isRegularFile(path.resolve("mvnw")) && Files.isDirectory(path.resolve("deploy"))) {
        return path;
      }
    }
    throw new Refusal("not within the repository: run its ./attune, or set -Dattune.root");
  }

  /** Refuses where a service has not been built. */
  static void requireBuilt(Path root) {
    for (Service service : Service.values()) {
      if (!Files.isRegularFile(service.jar(root))) {
        throw new Refusal(service.partName() + " is not built: ./attune up builds it");
      }
    }
  }
}
