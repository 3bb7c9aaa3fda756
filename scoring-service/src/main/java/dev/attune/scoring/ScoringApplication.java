package dev.attune.scoring;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Stage;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.packs.Packs;
import dev.attune.scoring.domain.Scorer;
import dev.attune.streams.RecordFormat;
import dev.attune.streams.StreamMeters;
import dev.attune.streams.StreamsApplication;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** From {@code attune.ratings} to {@code attune.scores}. */
final class ScoringApplication {

  private ScoringApplication() {}

  @Produces
  @Singleton
  static StreamsApplication of(Packs packs, StreamMeters meters, MeterRegistry registry) {
    return of(packs.catalogue(), meters, registry);
  }

  static StreamsApplication of(Catalogue catalogue, StreamMeters meters, MeterRegistry registry) {
    var scorer = new Scorer(catalogue);
    var scoreMeters = new ScoreMeters(registry);
    return StreamsApplication.plan(Stage.SCORING.service(), Stage.SCORING.group(), meters)
        .read(RecordFormat.RATING, () -> new ScoreRatings(scorer, scoreMeters))
        .keep(Fingerprints.format())
        .write(EventType.SCORE)
        .build();
  }
}
