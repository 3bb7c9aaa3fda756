package dev.attune.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.attune.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs in a data directory, as the launcher writes it down for other programs and for the next
 * launcher.
 *
 * @param ready whether all parts have been ready once
 */
record RunRecord(Running launcher, int offset, boolean ready, List<Running> parts) {

  RunRecord {
    parts = List.copyOf(parts);
  }

  /** What was last written, if anything. */
  static Optional<RunRecord> of(DataDirectory directory) {
    try {
      return Optional.of(Json.read(Files.readAllBytes(directory.runFile()), RunRecord.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (Json.Unreadable e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The ports of what runs there.
   *
   * @throws Refusal if nothing does
   */
  static Ports ports(DataDirectory directory) {
    return of(directory)
        .map(record -> new Ports(record.offset()))
        .orElseThrow(() ->
            new Refusal("nothing runs in " + directory.path() + ": start it with ./attune up"));
  }

  void writeTo(DataDirectory directory) {
    try {
      PrivateFile.write(
          directory.runFile(),
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Running> part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /**
   * A process that was started.
   *
   * @param pid its id, which the system gives to another process once it has ended
   * @param started when it began, which tells it from another process with the same id
   */
  record Running(String name, long pid, Instant started) {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(2);

    static Running of(String name, long pid) {
      Instant started =
          ProcessHandle.of(pid).flatMap(p -> p.info().startInstant()).orElse(Instant.EPOCH);
      return new Running(name, pid, started);
    }

    /** The process, where it still lives. */
    @JsonIgnore
    Optional<ProcessHandle> alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process ->
              process
                  .info()
                  .startInstant()
                  .filter(at -> Duration.between(at, started).abs().compareTo(CLOCKS_DIFFER_BY) < 0)
                  .isPresent());
    }
  }
}
