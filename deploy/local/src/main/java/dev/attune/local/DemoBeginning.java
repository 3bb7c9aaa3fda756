package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When the invented clinic began: eight weeks before it was first filled, and so for good. */
final class DemoBeginning {

  private static final Duration BEFORE = Duration.ofDays(56);

  private DemoBeginning() {}

  static Instant of(DataDirectory directory, Instant now) {
    Path file = directory.demoFile();
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, now.truncatedTo(ChronoUnit.HOURS).minus(BEFORE).toString());
      }
      return Instant.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
