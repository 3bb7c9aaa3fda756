package dev.attune.feedback.project;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the projection does, in numbers that name nobody. */
@Singleton
class ProjectionMeters {

  private final MeterRegistry registry;
  private final Timer transaction;
  private final Timer age;
  private final DistributionSummary batch;
  private final Counter told;
  private final Counter failures;

  ProjectionMeters(MeterRegistry registry) {
    this.registry = registry;
    transaction =
        Timer.builder("attune.projection.transaction")
            .description("time one batch takes in PostgreSQL")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
    age =
        Timer.builder("attune.projection.age")
            .description("from the receipt of a rating until the read model has what came of it")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(5))
            .maximumExpectedValue(Duration.ofMinutes(5))
            .register(registry);
    batch =
        DistributionSummary.builder("attune.projection.batch")
            .description("records in one transaction")
            .register(registry);
    told =
        Counter.builder("attune.feed.events")
            .description("events added to the feeds of recipients")
            .register(registry);
    failures =
        Counter.builder("attune.projection.failures")
            .description("transactions that were tried again")
            .register(registry);
  }

  void lagOf(Progress progress) {
    Gauge.builder("attune.projection.lag", progress, Progress::lag)
        .description("records of the log that are not in the read model yet")
        .register(registry);
  }

  void took(List<Told> records, int events, Duration within, Instant now) {
    transaction.record(within);
    batch.record(records.size());
    told.increment(events);
    for (Told record : records) {
      Duration old = Duration.between(record.receipt(), now);
      age.record(old.isNegative() ? Duration.ZERO : old);
    }
  }

  void failed() {
    failures.increment();
  }
}
