package dev.attune.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, at most a minute. */
final class Command {

  private static final int LIMIT_SECONDS = 60;
  private static final int MOST_OUTPUT_BYTES = 64 * 1024;

  private final List<String> words;

  private Command(List<String> words) {
    this.words = words;
  }

  static Command of(List<String> words) {
    return new Command(words);
  }

  Command and(String... more) {
    var all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return new Command(all);
  }

  /** Runs it, throws its output away and returns its exit code. */
  int quietly() {
    return run(ProcessBuilder.Redirect.DISCARD);
  }

  /** Runs it, appends its output to {@code log} and returns its exit code. */
  int loggingTo(Path log) {
    return run(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  /** Runs it and returns what it prints, at most 64 KiB; nothing where it cannot be run. */
  byte[] output() {
    try {
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      try (InputStream printed = process.getInputStream()) {
        return printed.readNBytes(MOST_OUTPUT_BYTES);
      }
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private int run(ProcessBuilder.Redirect output) {
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output)
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(words.getFirst() + " did not end within a minute");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + words.getFirst(), e);
    }
  }
}
