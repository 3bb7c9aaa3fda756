package dev.attune.local;

import dev.attune.local.RunRecord.Running;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Processes of a launcher that died before it could end them. */
final class Orphans {

  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private Orphans() {}

  /**
   * Ends what a former launcher started in this directory and still lives.
   *
   * @return how many there were
   */
  static int end(DataDirectory directory) {
    List<ProcessHandle> alive =
        RunRecord.of(directory).map(RunRecord::parts).orElse(List.of()).stream()
            .filter(part -> !part.name().equals(DataDirectory.POSTGRES))
            .map(Running::alive)
            .flatMap(Optional::stream)
            .toList();
    alive.forEach(ProcessHandle::destroy);
    boolean gone = Waiting.holds(PATIENCE, () -> alive.stream().noneMatch(ProcessHandle::isAlive));
    if (!gone) {
      alive.forEach(ProcessHandle::destroyForcibly);
      Waiting.until(
          "left-over processes end",
          PATIENCE,
          () -> alive.stream().noneMatch(ProcessHandle::isAlive));
    }
    // By its own lock file: it may live though its launcher died before it could write it down.
    boolean database = EmbeddedPostgres.endLeftBehind(directory.postgres());
    return alive.size() + (database ? 1 : 0);
  }
}
