package dev.attune.intake.log;

import dev.attune.intake.domain.Places;
import dev.attune.intake.log.LogWatch.Sight;
import dev.attune.intake.log.NotAcknowledged.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Appends to the log. The answer comes with the acknowledgement of every in-sync replica, or says
 * what is known instead; nobody waits on a thread, and only so many events are under way at once.
 */
@Singleton
public class EventLog {

  private final LiveProducer producer;
  private final LogWatch watch;
  private final Acknowledgements acknowledgements;
  private final Places places;
  private final Timer acknowledged;
  private final Counter shed;
  private volatile boolean lastFailed;

  EventLog(
      LiveProducer producer,
      LogWatch watch,
      Acknowledgements acknowledgements,
      LogConfig config,
      MeterRegistry metrics) {
    this.producer = producer;
    this.watch = watch;
    this.acknowledgements = acknowledgements;
    this.places = new Places(config.inFlight(), config.inFlightPerTenant());
    this.acknowledged =
        Timer.builder("attune.intake.acknowledged")
            .description("From sending an event to its acknowledgement")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2))
            .register(metrics);
    this.shed =
        Counter.builder("attune.intake.shed")
            .description("Events not sent: too many under way, in all or of a tenant, or no log")
            .register(metrics);
    metrics.gauge("attune.intake.in.flight", places, Places::taken);
  }

  /**
   * Appends an event.
   *
   * @return completed by the acknowledgement, or failed with {@link NotAcknowledged}
   */
  public CompletableFuture<Void> append(Event event) {
    if (lastFailed && watch.sight() == Sight.OUT_OF_REACH) {
      return shed(Reason.OUT_OF_REACH);
    }
    return switch (places.take(event.tenant())) {
      case TAKEN -> send(event);
      case SHARE_HELD -> shed(Reason.SHARE_HELD);
      case NONE_FREE -> shed(Reason.BUSY);
    };
  }

  private CompletableFuture<Void> shed(Reason reason) {
    shed.increment();
    return CompletableFuture.failedFuture(new NotAcknowledged(reason));
  }

  private CompletableFuture<Void> send(Event event) {
    var outcome = new CompletableFuture<Void>();
    long sent = System.nanoTime();
    Thread caller = Thread.currentThread();
    producer.send(
        event.toRecord(),
        (metadata, failure) -> {
          places.giveBack(event.tenant());
          lastFailed = failure != null;
          if (failure == null) {
            acknowledgements.succeeded();
            acknowledged.record(System.nanoTime() - sent, TimeUnit.NANOSECONDS);
            outcome.complete(null);
          } else {
            acknowledgements.failed();
            // The producer calls back on the caller's own thread only for what it did not take.
            boolean taken = !Thread.currentThread().equals(caller);
            outcome.completeExceptionally(
                new NotAcknowledged(taken ? Reason.UNKNOWN : Reason.OUT_OF_REACH));
          }
        });
    return outcome;
  }
}
