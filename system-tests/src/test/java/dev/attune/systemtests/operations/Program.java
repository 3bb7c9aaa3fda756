package dev.attune.systemtests.operations;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A program of this machine that may be missing. */
record Program(Path path) {

  private static final int PATIENCE_SECONDS = 120;

  /** How it ended, and what it printed. */
  record Result(int exit, String out) {}

  static Optional<Program> find(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Program::new);
  }

  /** What ends a test as skipped, and says what therefore is not checked. */
  static TestAbortedException missing(String name, String consequence) {
    System.err.printf("No %s on this machine: %s%n", name, consequence);
    return new TestAbortedException("no " + name + ": " + consequence);
  }

  Result run(Path directory, String... arguments) {
    var command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("program", ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(path + " did not end");
      }
      String printed = Files.readString(out, StandardCharsets.UTF_8);
      Files.delete(out);
      return new Result(process.exitValue(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
