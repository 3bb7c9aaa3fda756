package dev.attune.streams;

import dev.attune.contracts.DeadReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what goes in, comes out and is given up, and how old a record is when its outcome is
 * published. Labels are topics and reasons, never anything of a record. Everything is counted when
 * it is handled, before the transaction commits: what is handled again after an abort counts again.
 */
@Singleton
public class StreamMeters {

  /** Part of the description of whatever is counted while a transaction is open. */
  public static final String BEFORE_COMMIT =
      "; counted before the commit, so that work repeated after an aborted transaction counts again";

  private static final Duration[] AGES = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5),
    Duration.ofHours(1)
  };

  private final MeterRegistry registry;
  private final LongAdder handled = new LongAdder();
  private final Map<String, Counter> read = new ConcurrentHashMap<>();
  private final Map<String, Written> written = new ConcurrentHashMap<>();

  public StreamMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** How many records were read since the start: what tells progress from standing still. */
  public long handled() {
    return handled.sum();
  }

  void read(String topic) {
    handled.increment();
    read.computeIfAbsent(topic, this::counterOfRead).increment();
  }

  void wrote(String topic, long receivedAt) {
    long age = Math.max(0, registry.config().clock().wallTime() - receivedAt);
    Written meters = written.computeIfAbsent(topic, this::metersOfWritten);
    meters.count().increment();
    meters.age().record(age, TimeUnit.MILLISECONDS);
  }

  void gaveUp(String topic, DeadReason reason) {
    Counter.builder("attune.dead.letters")
        .description("records nobody could read or handle" + BEFORE_COMMIT)
        .tag("topic", topic)
        .tag("reason", reason.code())
        .register(registry)
        .increment();
  }

  void replacedThread() {
    Counter.builder("attune.streams.threads.replaced")
        .description("stream threads that died and were replaced")
        .register(registry)
        .increment();
  }

  private Counter counterOfRead(String topic) {
    return Counter.builder("attune.streams.records.in")
        .description("records read" + BEFORE_COMMIT)
        .tag("topic", topic)
        .register(registry);
  }

  private Written metersOfWritten(String topic) {
    return new Written(
        Counter.builder("attune.streams.records.out")
            .description("records published, tombstones among them" + BEFORE_COMMIT)
            .tag("topic", topic)
            .register(registry),
        Timer.builder("attune.streams.age")
            .description(
                "from the receipt of a rating or session to what is published about it"
                    + BEFORE_COMMIT)
            .tag("topic", topic)
            .serviceLevelObjectives(AGES)
            .register(registry));
  }

  private record Written(Counter count, Timer age) {}
}
