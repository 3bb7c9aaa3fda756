package dev.attune.alert;

import dev.attune.contracts.Alert;
import dev.attune.streams.StreamMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what is published by rule, severity and transition, and records that said nothing new. */
final class AlertMeters {

  private final MeterRegistry registry;
  private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();
  private final Counter repeated;

  private record Kind(String rule, String severity, String transition) {}

  AlertMeters(MeterRegistry registry) {
    this.registry = registry;
    this.repeated =
        Counter.builder("attune.alerts.repeated")
            .description("scores and sessions that were known already" + StreamMeters.BEFORE_COMMIT)
            .register(registry);
  }

  void published(Alert alert) {
    count(new Kind(alert.rule(), alert.severity().name(), alert.status().name()));
  }

  void erased() {
    count(new Kind("", "", "ERASED"));
  }

  void repeated() {
    repeated.increment();
  }

  private void count(Kind kind) {
    counters.computeIfAbsent(kind, this::counter).increment();
  }

  private Counter counter(Kind kind) {
    return Counter.builder("attune.alerts")
        .description("states of alerts and marks published" + StreamMeters.BEFORE_COMMIT)
        .tag("rule", kind.rule())
        .tag("severity", kind.severity())
        .tag("transition", kind.transition())
        .register(registry);
  }
}
