package dev.attune.alert;

import dev.attune.alert.domain.Judge;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Stage;
import dev.attune.detection.RuleSet;
import dev.attune.streams.RecordFormat;
import dev.attune.streams.StreamMeters;
import dev.attune.streams.StreamsApplication;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** From {@code attune.scores} and {@code attune.sessions} to {@code attune.alerts}. */
final class AlertApplication {

  private AlertApplication() {}

  @Produces
  @Singleton
  static StreamsApplication of(AlertOptions options, StreamMeters meters, MeterRegistry registry) {
    RuleSet ruleSet = RuleSet.load(options.ruleSet());
    return of(ruleSet, options.sessionsPerSeries(), meters, registry);
  }

  static StreamsApplication of(
      RuleSet ruleSet, int sessionsPerSeries, StreamMeters meters, MeterRegistry registry) {
    var judge = new Judge(ruleSet);
    var alertMeters = new AlertMeters(registry);
    return StreamsApplication.plan(Stage.ALERT.service(), Stage.ALERT.group(), meters)
        .read(RecordFormat.SCORE, () -> new JudgeScores(judge, sessionsPerSeries, alertMeters))
        .read(RecordFormat.SESSION, () -> new JudgeSessions(judge, sessionsPerSeries, alertMeters))
        .keep(EpisodeStore.format())
        .write(EventType.ALERT)
        .build();
  }
}
