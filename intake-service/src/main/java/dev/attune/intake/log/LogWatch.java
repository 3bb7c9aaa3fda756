package dev.attune.intake.log;

import dev.attune.contracts.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the log on a thread of its own: is it in reach, are its topics there, is the producer
 * able. What it saw last is what readiness tells.
 */
@Singleton
public class LogWatch {

  private static final Logger LOG = Logger.getLogger(LogWatch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String NO_CAUSE = "none";
  private static final Seen READY = new Seen(Sight.READY, NO_CAUSE);

  private final KafkaSettings settings;
  private final LiveProducer producer;
  private final Duration every;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("log-watch").factory());

  private final Acknowledgements acknowledgements;
  private @Nullable Admin admin;
  private volatile Seen last = new Seen(Sight.NOT_LOOKED_YET, NO_CAUSE);

  LogWatch(
      KafkaSettings settings,
      LiveProducer producer,
      Acknowledgements acknowledgements,
      LogConfig config) {
    this.settings = settings;
    this.producer = producer;
    this.acknowledgements = acknowledgements;
    this.every = config.watchEvery();
  }

  /** What the watch saw. */
  public enum Sight {
    NOT_LOOKED_YET,
    OUT_OF_REACH,
    /** In reach, but it refuses us: credentials or an access list. */
    NOT_ALLOWED,
    TOPICS_MISSING,
    PRODUCER_NOT_ABLE,
    /** All is there, and yet nothing sent of late was acknowledged. */
    NOT_ACKNOWLEDGING,
    READY
  }

  /** What the watch saw last. */
  public Sight sight() {
    return last.sight();
  }

  /**
   * What was seen, and the kind of failure that stood in the way. Its message is left out: a
   * client's messages name hosts and users.
   */
  private record Seen(Sight sight, String cause) {

    static Seen failing(Sight sight, Throwable cause) {
      return new Seen(sight, cause.getClass().getSimpleName());
    }
  }

  void start(@Observes StartupEvent event) {
    var _ = thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
    producer.close();
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  void look() {
    Seen now = seen();
    if (!now.equals(last)) {
      LOG.infof("log watched sight=%s before=%s cause=%s", now.sight(), last.sight(), now.cause());
    }
    last = now;
  }

  private Seen seen() {
    Seen topics = topics();
    Seen able = mend();
    if (topics.sight() != Sight.READY || able.sight() != Sight.READY) {
      // What fails meanwhile has its explanation, and says nothing about the time after.
      acknowledgements.forget();
      return topics.sight() == Sight.READY ? able : topics;
    }
    return acknowledgements.failing() ? new Seen(Sight.NOT_ACKNOWLEDGING, NO_CAUSE) : READY;
  }

  // Whatever is thrown, it must not leave look(): the thread would never look again.
  private Seen topics() {
    try {
      if (admin == null) {
        admin = Admin.create(settings.admin());
      }
      var names = LiveProducer.TOPICS.stream().map(Topic::topicName).toList();
      admin.describeTopics(names).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return READY;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Seen.failing(sightOf(cause), cause);
    } catch (TimeoutException | RuntimeException e) {
      return Seen.failing(Sight.OUT_OF_REACH, e);
    } catch (InterruptedException e) {
      // Told to stop: this says nothing about the log.
      Thread.currentThread().interrupt();
      return last;
    }
  }

  private static Sight sightOf(Throwable cause) {
    return switch (cause) {
      case UnknownTopicOrPartitionException _ -> Sight.TOPICS_MISSING;
      case AuthorizationException _, AuthenticationException _ -> Sight.NOT_ALLOWED;
      default -> Sight.OUT_OF_REACH;
    };
  }

  private Seen mend() {
    try {
      producer.mend();
      return READY;
    } catch (RuntimeException e) {
      return Seen.failing(Sight.PRODUCER_NOT_ABLE, e);
    }
  }
}
