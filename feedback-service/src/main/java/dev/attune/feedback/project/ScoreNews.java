package dev.attune.feedback.project;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import dev.attune.feedback.store.Feed;
import java.math.BigDecimal;
import java.util.Map;
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

  static Feed.News of(int ord, Score score, Map<EpisodeTable.Key, String> therapists) {
    var news =
        new ScoreNews(
            score.episode(),
            score.session(),
            score.instrument(),
            score.rater().perspective(),
            score.state(),
            score.total(),
            score.pomp());
    var episode = new EpisodeTable.Key(score.tenant(), score.episode());
    return new Feed.News(
        ord,
        score.tenant(),
        therapists.getOrDefault(episode, score.therapist()),
        "score",
        score.episode(),
        score.key().text(),
        null,
        ScoreTable.text(news));
  }
}
