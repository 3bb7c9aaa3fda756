package dev.attune.local;

import dev.attune.local.RunRecord.Running;
import java.time.Duration;
import java.util.List;

/** Processes of a launcher that died before it could end them. */
final class Orphans {

  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private Orphans() {}

  /**
   * Ends what the record names and still lives.
   *
   * @return how many there were
   */
  static int end(RunRecord record) {
    List<ProcessHandle> alive =
        record.parts().stream().map(Running::alive).flatMap(java.util.Optional::stream).toList();
    alive.forEach(ProcessHandle::destroy);
    boolean gone = Waiting.holds(PATIENCE, () -> alive.stream().noneMatch(ProcessHandle::isAlive));
    if (!gone) {
      alive.forEach(ProcessHandle::destroyForcibly);
      Waiting.until(
          "left-over processes end",
          PATIENCE,
          () -> alive.stream().noneMatch(ProcessHandle::isAlive));
    }
    return alive.size();
  }
}
