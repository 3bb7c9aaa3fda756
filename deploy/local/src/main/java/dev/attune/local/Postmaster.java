package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** PostgreSQL's first process, found by the lock file it keeps in its data directory. */
final class Postmaster {

  private static final int PID_LINE = 0;
  private static final int STARTED_LINE = 2;
  private static final int STATUS_LINE = 7;
  private static final Duration TO_END = Duration.ofSeconds(12);
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);

  private final ProcessHandle process;
  private final Leash leash;

  private Postmaster(ProcessHandle process) throws IOException {
    this.process = process;
    this.leash = Leash.on(process, "INT", "QUIT");
  }

  static Postmaster of(Path data) {
    try {
      return new Postmaster(
          running(data)
              .orElseThrow(() -> new IllegalStateException("PostgreSQL ended while starting")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a server works in this directory, whoever started it. */
  static boolean lives(Path data) {
    try {
      return running(data).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the server of this directory takes connections: it says so in its lock file. */
  static boolean isReady(Path data) {
    try {
      List<String> lines = lockLines(data);
      return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the lock of a server that is gone, though another process may have its id by now. */
  static void removeLock(Path data) {
    try {
      Files.deleteIfExists(lock(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server of this directory where one lives; false where there is none. */
  static boolean endLeftBehind(Path data) {
    try {
      Optional<ProcessHandle> left = running(data);
      left.ifPresent(process -> {
        Command.of(List.of("/bin/kill")).and("-INT", Long.toString(process.pid())).quietly();
        if (!Waiting.holds(TO_END, () -> !process.isAlive())) {
          process.destroyForcibly();
          process.onExit().join();
        }
      });
      return left.isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  CompletableFuture<?> onExit() {
    return process.onExit();
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  void letGo() {
    leash.close();
  }

  /** The process that the lock names, if it began when the lock says. */
  private static Optional<ProcessHandle> running(Path data) throws IOException {
    List<String> lines = lockLines(data);
    if (lines.size() <= STARTED_LINE) {
      return Optional.empty();
    }
    Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED_LINE).strip()));
    return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> beganAt(process, started));
  }

  private static boolean beganAt(ProcessHandle process, Instant started) {
    return process
        .info()
        .startInstant()
        .map(at -> Duration.between(at, started).abs().compareTo(CLOCKS_DIFFER_BY) < 0)
        .orElse(true);
  }

  private static List<String> lockLines(Path data) throws IOException {
    try {
      return Files.readAllLines(lock(data));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static Path lock(Path data) {
    return data.resolve("postmaster.pid");
  }
}
