package dev.attune.scoring;

import dev.attune.contracts.ScoreState;
import dev.attune.streams.StreamMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts scores by state, and ratings that said nothing new. */
final class ScoreMeters {

  private final Map<ScoreState, Counter> scored = new EnumMap<>(ScoreState.class);
  private final Counter repeated;

  ScoreMeters(MeterRegistry registry) {
    for (ScoreState state : ScoreState.values()) {
      scored.put(
          state,
          Counter.builder("attune.scores")
              .description("scores published" + StreamMeters.BEFORE_COMMIT)
              .tag("state", state.name())
              .register(registry));
    }
    repeated =
        Counter.builder("attune.scores.repeated")
            .description("ratings whose score was published before" + StreamMeters.BEFORE_COMMIT)
            .register(registry);
  }

  void scored(ScoreState state) {
    Counter counter = scored.get(state);
    if (counter != null) {
      counter.increment();
    }
  }

  void repeated() {
    repeated.increment();
  }
}
