package dev.attune.feedback.project;

import dev.attune.feedback.store.Schema;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread that keeps the read model equal to the log.
 *
 * <pre>
 * migrate the schema ─▶ wait for the topics ─▶ read and take over, until the service stops
 *        ▲ again, after a pause, whenever something fails │
 *        └────────────────────────────────────────────────┘
 * </pre>
 */
@Singleton
class Projection {

  private static final Logger LOG = Logger.getLogger(Projection.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

  private final Schema schema;
  private final LogProbe probe;
  private final LogReader.Factory readers;
  private final TakingOver takingOver;
  private final ProjectionConfig config;
  private final Progress progress;
  private final Thread thread = Thread.ofPlatform().name("projection").unstarted(this::run);
  private final CountDownLatch prepared = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Projection(
      Schema schema,
      LogProbe probe,
      LogReader.Factory readers,
      TakingOver takingOver,
      ProjectionConfig config,
      Clock clock,
      ProjectionMeters meters) {
    this.schema = schema;
    this.probe = probe;
    this.readers = readers;
    this.takingOver = takingOver;
    this.config = config;
    progress = new Progress(clock.instant());
    meters.lagOf(progress);
  }

  /** Starts, and gives the database some time to be there before requests are answered. */
  void start(@Observes StartupEvent event) throws InterruptedException {
    thread.start();
    if (!prepared.await(config.startWaits().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("starting without the database; not ready until it is there");
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    thread.join(STOPS_WITHIN);
  }

  /** Whether its thread was started. */
  boolean hasBegun() {
    return thread.getState() != Thread.State.NEW;
  }

  /** Whether its thread is there. */
  boolean isRunning() {
    return thread.isAlive();
  }

  /** Whether the schema is there and the application's role is bound by it. */
  boolean isPrepared() {
    return prepared.getCount() == 0;
  }

  Progress progress() {
    return progress;
  }

  private void run() {
    while (running()) {
      try {
        prepare();
        read();
      } catch (Schema.TooPowerful e) {
        LOG.fatal(e.getMessage());
        Quarkus.asyncExit(1);
        return;
      } catch (RuntimeException e) {
        LOG.warnf("the projection starts anew kind=%s", e.getClass().getName());
      } catch (Error e) {
        // A thread that is gone would show in nothing but its silence.
        LOG.errorf("the projection starts anew kind=%s", e.getClass().getName());
      }
      pause(PAUSE);
    }
  }

  private void prepare() {
    if (!isPrepared()) {
      schema.migrate();
      takingOver.await(schema.requireBound());
      prepared.countDown();
    }
  }

  private void read() {
    probe.lookNow();
    if (probe.ids().isEmpty()) {
      return;
    }
    try (LogReader reader = readers.open(progress)) {
      while (running()) {
        probe.look();
        reader.turn(this::running);
      }
    }
  }

  private boolean running() {
    return stopped.getCount() > 0;
  }

  private void pause(Duration time) {
    try {
      stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }
}
