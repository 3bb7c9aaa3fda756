package dev.attune.feedback.project;

import dev.attune.contracts.DeadReason;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes records over until they are in PostgreSQL or, where nobody can read them, among the dead
 * letters. A batch that PostgreSQL refuses is halved until the record that it refuses stands alone.
 */
@Singleton
class TakingOver {

  private static final Logger LOG = Logger.getLogger(TakingOver.class);

  private final Projector projector;
  private final DeadLetters deadLetters;
  private final ProjectionMeters meters;
  private final ProjectionConfig config;
  private final Clock clock;

  TakingOver(
      Projector projector,
      DeadLetters deadLetters,
      ProjectionMeters meters,
      ProjectionConfig config,
      Clock clock) {
    this.projector = projector;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.config = config;
    this.clock = clock;
  }

  /** How it went. */
  enum Outcome {
    TAKEN,
    /** The records are not those that come next, or belong to somebody else by now. */
    ELSEWHERE
  }

  /**
   * Takes records over, however long it takes. What nobody can read is among the dead letters
   * before anything else happens, and only once however often the rest is tried.
   *
   * @param pause waits so long before the next try, and tells whether there is to be one
   */
  Outcome take(List<Told> records, Function<Duration, Boolean> pause) {
    var dead = new ArrayList<>(records);
    Outcome kept = insist(() -> deadLetters.keep(dead), pause);
    return kept == Outcome.TAKEN ? takeOver(records, pause) : kept;
  }

  private Outcome takeOver(List<Told> records, Function<Duration, Boolean> pause) {
    try {
      return insist(() -> project(records), pause);
    } catch (RuntimeException e) {
      if (Refusal.isOfData(e)) {
        return takeApart(records, pause);
      }
      throw e;
    }
  }

  private Outcome insist(Runnable step, Function<Duration, Boolean> pause) {
    Duration wait = Duration.ofMillis(50);
    while (true) {
      try {
        step.run();
        return Outcome.TAKEN;
      } catch (Offsets.Elsewhere e) {
        return Outcome.ELSEWHERE;
      } catch (RuntimeException e) {
        if (Refusal.isOfData(e)) {
          throw e;
        }
        meters.failed();
        LOG.warnf("taking over failed, trying again kind=%s", e.getClass().getName());
      }
      if (!pause.apply(wait)) {
        return Outcome.ELSEWHERE;
      }
      wait =
          wait.multipliedBy(2).compareTo(config.longestPause()) < 0
              ? wait.multipliedBy(2)
              : config.longestPause();
    }
  }

  private Outcome takeApart(List<Told> records, Function<Duration, Boolean> pause) {
    if (records.size() == 1) {
      Told refused = records.getFirst();
      LOG.errorf(
          "the database refuses a record topic=%s partition=%d offset=%d",
          refused.topic(), refused.part(), refused.offset());
      return take(List.of(refused.given(DeadReason.UNREADABLE)), pause);
    }
    int half = records.size() / 2;
    Outcome first = takeOver(records.subList(0, half), pause);
    return first == Outcome.TAKEN ? takeOver(records.subList(half, records.size()), pause) : first;
  }

  private void project(List<Told> records) {
    Instant start = clock.instant();
    int events = await(projector.take(new Batch(records)));
    Instant now = clock.instant();
    meters.took(records, events, Duration.between(start, now), now);
  }

  /** Waits for a transaction, on a thread that may wait. */
  <T> T await(Uni<T> transaction) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () -> transaction.ifNoItem().after(config.transactionTimeout()).fail());
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
