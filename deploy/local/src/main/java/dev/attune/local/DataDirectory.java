package dev.attune.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Everything one local system keeps: the log, the database, keys, the services' state and logs.
 *
 * @param path absolute
 */
record DataDirectory(Path path) {

  static final String KAFKA = "kafka";
  static final String POSTGRES = "postgres";

  private static final long LEAST_FREE_BYTES = 256L * 1024 * 1024;

  DataDirectory {
    path = path.toAbsolutePath().normalize();
    if (path.toString().indexOf(',') >= 0) {
      throw new Refusal("the data directory's path must not hold a comma, for Kafka: " + path);
    }
  }

  Path kafka() {
    return path.resolve(KAFKA);
  }

  Path postgres() {
    return path.resolve(POSTGRES);
  }

  Path keys() {
    return path.resolve("keys");
  }

  Path state(Service service) {
    return path.resolve("state").resolve(service.partName());
  }

  Path log(String part) {
    return path.resolve("logs").resolve(part + ".log");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path runFile() {
    return path.resolve("run.json");
  }

  Path demoFile() {
    return path.resolve("demo-begins");
  }

  /**
   * Creates it where it is missing.
   *
   * @throws Refusal if it cannot be written, or hardly anything fits
   */
  void requireUsable() {
    try {
      createForItsOwner();
      Files.createDirectories(logs());
      Path trial = Files.createTempFile(path, "trial", null);
      Files.write(trial, new byte[4096], StandardOpenOption.SYNC);
      Files.delete(trial);
    } catch (IOException e) {
      throw new Refusal("cannot write to " + path + ": choose another with --data DIR");
    }
    long free = path.toFile().getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new Refusal(
          "%s has only %d MB of free space, 256 MB are needed: choose another with --data DIR"
              .formatted(path, free / (1024 * 1024)));
    }
  }

  /** What is on the log is personal: nobody else may look into a directory that we create. */
  private void createForItsOwner() throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(OrdinaryUser.present().directoryPermissions()));
    }
  }

  /** Takes this directory for one system, as long as this JVM lives; null where another has it. */
  @Nullable FileLock lock() {
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      throw new Refusal("cannot write to " + path + ": choose another with --data DIR");
    }
  }
}
