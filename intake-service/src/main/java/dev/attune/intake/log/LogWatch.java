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
import org.apache.kafka.common.KafkaException;
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

  private final KafkaSettings settings;
  private final LiveProducer producer;
  private final Duration every;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("log-watch").factory());

  private @Nullable Admin admin;
  private volatile Sight sight = Sight.NOT_LOOKED_YET;

  LogWatch(KafkaSettings settings, LiveProducer producer, LogConfig config) {
    this.settings = settings;
    this.producer = producer;
    this.every = config.watchEvery();
  }

  /** What the watch saw. */
  public enum Sight {
    NOT_LOOKED_YET,
    OUT_OF_REACH,
    TOPICS_MISSING,
    PRODUCER_NOT_ABLE,
    READY
  }

  /** What the watch saw last. */
  public Sight sight() {
    return sight;
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

  private void look() {
    Sight seen = topics();
    Sight able = mend();
    Sight now = seen == Sight.READY ? able : seen;
    if (now != sight) {
      LOG.infof("log watched sight=%s before=%s", now, sight);
      sight = now;
    }
  }

  private Sight topics() {
    try {
      if (admin == null) {
        admin = Admin.create(settings.admin());
      }
      var names = LiveProducer.TOPICS.stream().map(Topic::topicName).toList();
      admin.describeTopics(names).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return Sight.READY;
    } catch (ExecutionException e) {
      return e.getCause() instanceof UnknownTopicOrPartitionException
          ? Sight.TOPICS_MISSING
          : Sight.OUT_OF_REACH;
    } catch (TimeoutException | KafkaException e) {
      return Sight.OUT_OF_REACH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sight.OUT_OF_REACH;
    }
  }

  private Sight mend() {
    try {
      producer.mend();
      return Sight.READY;
    } catch (KafkaException | IllegalStateException e) {
      return Sight.PRODUCER_NOT_ABLE;
    }
  }
}
