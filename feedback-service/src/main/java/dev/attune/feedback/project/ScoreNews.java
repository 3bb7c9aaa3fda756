package dev.attune.feedback.project;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the stream tells of a score: enough to move a chart, no answers and no comment. */
record ScoreNews(
    String episode,
    SessionRef session,
    String instrument,
    Perspective perspective,
    ScoreState state,
    @Nullable BigDecimal total,
    @Nullable BigDecimal pomp) {

  static ScoreNews of(Score score) {
    return new ScoreNews(
        score.episode(),
        score.session(),
        score.instrument(),
        score.rater().perspective(),
        score.state(),
        score.total(),
        score.pomp());
  }
}
