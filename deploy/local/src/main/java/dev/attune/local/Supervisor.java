package dev.attune.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts a part again whenever it ends by itself, and says so. */
final class Supervisor {

  private final Part part;
  private final Console console;
  private final InstantSource clock;
  private final Runnable changed;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Backoff backoff = new Backoff();

  /**
   * A supervisor that does not watch yet.
   *
   * @param changed told when the part has a new process
   */
  Supervisor(Part part, Console console, InstantSource clock, Runnable changed) {
    this.part = part;
    this.console = console;
    this.clock = clock;
    this.changed = changed;
  }

  /** Watches the part, which is running, from now on. */
  void watch() {
    Thread.ofPlatform().daemon().name("watch-" + part.name()).start(this::run);
  }

  /** Ends the part for good. */
  void stop() {
    stopping.countDown();
    part.stop();
  }

  private void run() {
    while (!isStopping()) {
      part.onExit().join();
      while (!isStopping() && !part.alive()) {
        startAgain();
      }
    }
  }

  private void startAgain() {
    Duration wait = backoff.after(clock.instant());
    console.say(
        "%s ended by itself; starting it again in %.1f s"
            .formatted(part.name(), wait.toMillis() / 1e3));
    if (stoppedWithin(wait)) {
      return;
    }
    try {
      part.start();
      changed.run();
      console.say("%s was started again, pid %d".formatted(part.name(), part.pid()));
    } catch (RuntimeException e) {
      console.say("%s did not start: %s".formatted(part.name(), Console.line(e)));
    }
    if (isStopping()) {
      part.stop();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private boolean stoppedWithin(Duration wait) {
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
