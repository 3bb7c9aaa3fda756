package dev.attune.streams;

import dev.attune.streams.StreamsCondition.Broker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs an application from start to stop, whatever the broker does.
 *
 * <pre>
 * waiting for broker and topics ─▶ running ─▶ stopped
 *                                     └─▶ given up (too many deaths of threads), and the process ends
 * </pre>
 */
public final class StreamsRun implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(StreamsRun.class);

  private final StreamsApplication application;
  private final StreamsOptions options;
  private final String bootstrapServers;
  private final StreamMeters meters;
  private final InstantSource clock;
  private final Runnable end;
  private final BrokerWatch watch;
  private final ThreadDeaths deaths;
  private final AtomicBoolean gaveUp = new AtomicBoolean();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread watching =
      Thread.ofPlatform().daemon().name("attune-streams-watch").unstarted(this::watch);

  private volatile Broker broker = new Broker.Unknown();
  private volatile Progress progress;
  private volatile @Nullable KafkaStreams streams;

  /**
   * An application that does not run yet.
   *
   * @param end ends the process in order, for a supervisor to see; called once, when it gives up
   */
  public StreamsRun(
      StreamsApplication application,
      StreamsOptions options,
      String bootstrapServers,
      StreamMeters meters,
      InstantSource clock,
      Runnable end) {
    this.application = application;
    this.options = options;
    this.bootstrapServers = bootstrapServers;
    this.meters = meters;
    this.clock = clock;
    this.end = end;
    this.watch =
        new BrokerWatch(ClientSettings.ofAdmin(options, bootstrapServers), application.topics());
    this.deaths = new ThreadDeaths(options.replacement());
    this.progress = Progress.from(clock.instant());
  }

  /** Starts in the background; never fails for a broker or topic that is not there yet. */
  public void start() {
    LOG.infof("%s starts", application.service());
    watching.start();
  }

  /** How it is doing. */
  public StreamsCondition condition() {
    KafkaStreams running = streams;
    return new StreamsCondition(
        running == null ? null : running.state(),
        broker,
        progress.lag(),
        progress.isStalled(clock.instant(), options.stalledAfter()));
  }

  private void watch() {
    try {
      do {
        look();
      } while (!stopping.await(options.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watch.close();
    }
  }

  private void look() throws InterruptedException {
    String before = condition().summary();
    broker = watch.look();
    try {
      if (broker instanceof Broker.Answers answers && answers.missing().isEmpty()) {
        startStreams();
      }
    } catch (KafkaException e) {
      LOG.warnf("%s could not start: %s", application.service(), e.getClass().getSimpleName());
    }
    observe();
    String now = condition().summary();
    if (!now.equals(before)) {
      LOG.infof("%s: %s", application.service(), now);
    }
  }

  private void startStreams() {
    if (streams != null || stopping.getCount() == 0) {
      return;
    }
    var starting =
        new KafkaStreams(
            application.topology(),
            ClientSettings.ofStreams(application, options, bootstrapServers));
    starting.setUncaughtExceptionHandler(this::threadDied);
    starting.setStateListener((now, _) -> {
      if (now == KafkaStreams.State.ERROR) {
        giveUp("Kafka Streams is in error");
      }
    });
    starting.start();
    streams = starting;
  }

  private void observe() {
    KafkaStreams running = streams;
    if (running == null) {
      return;
    }
    Lag lag = Lag.of(running.metrics());
    boolean polls = lag.sinceLastPoll().compareTo(options.stalledAfter()) < 0;
    long waiting = polls ? lag.records() : Math.max(1, lag.records());
    progress = progress.look(meters.handled(), waiting, clock.instant());
  }

  private StreamThreadExceptionResponse threadDied(Throwable error) {
    Throwable root = rootOf(error);
    return switch (deaths.died(error, clock.instant())) {
      case ThreadDeaths.Verdict.Replace(var pause) -> {
        LOG.errorf(
            "a stream thread died of %s, its successor starts in %s", root.getClass(), pause);
        meters.replacedThread();
        waitFor(pause.toMillis());
        yield StreamThreadExceptionResponse.REPLACE_THREAD;
      }
      case ThreadDeaths.Verdict.GiveUp() -> {
        giveUp("stream threads keep dying of " + root.getClass());
        yield StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
      }
    };
  }

  /** A process that lives on without its threads would look well to whoever restarts it. */
  private void giveUp(String reason) {
    if (gaveUp.compareAndSet(false, true)) {
      LOG.errorf("%s gives up and ends: %s", application.service(), reason);
      end.run();
    }
  }

  private void waitFor(long millis) {
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        LOG.debug("stopping, no need to wait");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Throwable rootOf(Throwable error) {
    Throwable root = error;
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  /** Commits what is handled and stops, all of it within the time the options give. */
  @Override
  public void close() {
    Instant until = clock.instant().plus(options.stopWithin());
    stopping.countDown();
    watching.interrupt();
    try {
      watching.join(options.stopWithin());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    KafkaStreams running = streams;
    boolean orderly = running == null || running.close(timeLeft(until));
    LOG.infof("%s stopped%s", application.service(), orderly ? "" : ", not in order");
  }

  private Duration timeLeft(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
