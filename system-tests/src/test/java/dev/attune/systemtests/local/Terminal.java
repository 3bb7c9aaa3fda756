package dev.attune.systemtests.local;

import dev.attune.systemtests.fixture.Root;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where somebody types {@code ./attune}. It is run as the script runs it once all is built, without
 * the script, so that a test does not begin a build.
 */
final class Terminal {
  private static final int PATIENCE_SECONDS = 120;

  private final Path workingDirectory;

  Terminal(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /** What a command left behind. */
  record Outcome(int exit, String out, String err) {}

  /** Types {@code ./attune} with these words and waits for its end. */
  Outcome attune(String... words) {
    Path target = Root.path().resolve("deploy/local/target");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dattune.root=" + Root.path());
    command.add("-cp");
    command.add(target.resolve("attune-local.jar") + File.pathSeparator + target.resolve("lib/*"));
    command.add("dev.attune.local.Attune");
    command.addAll(List.of(words));
    return run(command);
  }

  /** Pastes a line into a shell. */
  Outcome paste(String line) {
    return run(List.of("/bin/sh", "-c", line));
  }

  private Outcome run(List<String> command) {
    try {
      Path out = Files.createTempFile(workingDirectory, "out", null);
      Path err = Files.createTempFile(workingDirectory, "err", null);
      Process process =
          new ProcessBuilder(command)
              .directory(workingDirectory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end after " + PATIENCE_SECONDS + " s");
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a command", e);
    }
  }
}
