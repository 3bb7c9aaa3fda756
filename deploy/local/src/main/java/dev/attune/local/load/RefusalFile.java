package dev.attune.local.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The lines of an import that were refused, with their numbers and reasons, as CSV. */
final class RefusalFile implements AutoCloseable {

  private final Path path;
  private @Nullable CSVPrinter printer;
  private long count;

  RefusalFile(Path path) throws IOException {
    this.path = path;
    Files.deleteIfExists(path);
  }

  void add(long line, String reason) throws IOException {
    CSVPrinter open = printer;
    if (open == null) {
      open = new CSVPrinter(Files.newBufferedWriter(path), CSVFormat.DEFAULT);
      open.printRecord("line", "reason");
      printer = open;
    }
    open.printRecord(line, reason);
    count++;
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    if (printer != null) {
      printer.close();
    }
  }
}
