package dev.attune.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a system that runs in another terminal, or what is left of one. */
@Command(name = "down", description = "Stops the system that runs in the data directory.")
final class DownCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Mixin private final DataOption data = new DataOption();

  private final Console console = new Console(System.out);

  @Override
  public Integer call() {
    DataDirectory directory = data.directory();
    Optional<RunRecord> record = RunRecord.of(directory);
    if (record.isPresent()) {
      Optional<ProcessHandle> launcher = record.get().launcher().alive();
      if (launcher.isPresent()) {
        launcher.get().destroy();
        Waiting.until("the launcher ends", PATIENCE, () -> !launcher.get().isAlive());
        console.say("stopped the system in " + directory.path());
        return 0;
      }
    }
    int left = Orphans.end(directory);
    console.say(
        left == 0
            ? "nothing runs in " + directory.path()
            : "ended %d left-over processes of %s".formatted(left, directory.path()));
    return 0;
  }
}
