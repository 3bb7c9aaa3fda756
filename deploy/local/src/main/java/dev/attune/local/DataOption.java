package dev.attune.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}, as every command takes it. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept. Default: .attune in the repository.")
  private @Nullable Path data;

  DataDirectory directory() {
    Path chosen = data;
    return new DataDirectory(chosen == null ? Repository.root().resolve(".attune") : chosen);
  }
}
