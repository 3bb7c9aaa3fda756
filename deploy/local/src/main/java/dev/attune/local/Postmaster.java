package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  /** Removes the lock of a server that is gone, though another process may have its id by now. */
  static void removeStaleLock(Path data) {
    try {
      if (running(data).isEmpty()) {
        Files.deleteIfExists(lock(data));
      }
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
    if (!Files.exists(lock(data))) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(lock(data));
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

  private static Path lock(Path data) {
    return data.resolve("postmaster.pid");
  }
}
