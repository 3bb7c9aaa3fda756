package dev.attune.local.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Sends every row of a CSV file as a rating, in batches. */
public final class CsvImport {

  /** The most rows one import takes. */
  public static final long MAX_ROWS = 5_000_000;

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final RatingsClient client;
  private final RowReader.Defaults defaults;
  private final Map<String, String> chosenColumns;

  /**
   * An import through {@code client}.
   *
   * @param chosenColumns column by field, where the usual names do not fit
   * @param therapist of rows that do not name one
   */
  public CsvImport(
      RatingsClient client,
      String instrument,
      Map<String, String> chosenColumns,
      String therapist,
      String population) {
    this.client = client;
    this.defaults = new RowReader.Defaults(instrument, therapist, population);
    this.chosenColumns = Map.copyOf(chosenColumns);
  }

  /** How an import went. */
  public record Summary(long accepted, long repeated, long refused) {}

  /**
   * Imports a file.
   *
   * @param refusals is written where at least one line is refused, and removed where none is
   * @param progress told how many characters of the file are done
   * @throws IllegalArgumentException if a needed column is not there
   * @throws IllegalStateException if the file is no CSV, or the service does not answer
   */
  public Summary run(Path file, Path refusals, LongConsumer progress) {
    try (var limit = new RecordLimit(withoutMark(file));
        var parser = FORMAT.parse(limit);
        var refused = new RefusalFile(refusals)) {
      var reader =
          new RowReader(
              Columns.in(parser.getHeaderNames(), defaults.instrument(), chosenColumns), defaults);
      var run = new Run(reader, parser.getHeaderNames().size(), refused);
      for (CSVRecord row : parser) {
        limit.recordEnded();
        run.take(row, parser);
        progress.accept(limit.total());
      }
      run.send();
      return new Summary(run.accepted, run.repeated, refused.count());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the file: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new IllegalStateException("cannot read the file: " + e.getMessage(), e);
    }
  }

  /** Opens a file without the byte order mark that spreadsheets put first. */
  private static BufferedReader withoutMark(Path file) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** The state of one import. */
  private final class Run {

    private final RowReader reader;
    private final int width;
    private final RefusalFile refused;
    private final List<String> batch = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private long rows;
    private long accepted;
    private long repeated;

    Run(RowReader reader, int width, RefusalFile refused) {
      this.reader = reader;
      this.width = width;
      this.refused = refused;
    }

    void take(CSVRecord row, CSVParser parser) throws IOException {
      long line = parser.getCurrentLineNumber();
      if (++rows > MAX_ROWS) {
        throw new IOException("it has more than " + MAX_ROWS + " rows");
      }
      try {
        if (row.size() != width) {
          throw new RowRefused("has %d columns in place of %d".formatted(row.size(), width));
        }
        batch.add(reader.rating(row.toMap()));
        lines.add(line);
      } catch (RowRefused e) {
        refused.add(line, e.reason());
      }
      if (batch.size() == RatingsClient.LINES_PER_BATCH) {
        send();
      }
    }

    void send() throws IOException {
      List<Outcome> outcomes = batch.isEmpty() ? List.of() : client.send(batch);
      for (int i = 0; i < outcomes.size(); i++) {
        Outcome outcome = outcomes.get(i);
        switch (outcome.kind()) {
          case ACCEPTED -> accepted++;
          case REPEATED -> repeated++;
          case REFUSED, UNKNOWN -> refused.add(lines.get(i), outcome.reason());
        }
      }
      batch.clear();
      lines.clear();
    }
  }
}
