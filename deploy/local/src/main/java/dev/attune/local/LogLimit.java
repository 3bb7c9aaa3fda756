package dev.attune.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the logs of the parts small: a file above the limit is copied to {@code *.log.1} and
 * emptied. The writers append, so they go on at its beginning.
 */
final class LogLimit {

  /** The size above which a log begins anew, in bytes. */
  static final long BYTES = 10L * 1024 * 1024;

  private final Path logs;
  private final long limit;

  LogLimit(Path logs, long limit) {
    this.logs = logs;
    this.limit = limit;
  }

  void enforce() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "*.log")) {
      for (Path file : files) {
        if (Files.size(file) > limit) {
          Path old = file.resolveSibling(file.getFileName() + ".1");
          Files.copy(file, old, StandardCopyOption.REPLACE_EXISTING);
          FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
              .close();
        }
      }
    } catch (IOException e) {
      // Tried again in a few seconds; a log too long is better than a system that stops.
      return;
    }
  }
}
