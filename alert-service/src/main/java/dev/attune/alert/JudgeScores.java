package dev.attune.alert;

import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.domain.Judge;
import dev.attune.alert.domain.Point;
import dev.attune.alert.domain.Series;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.streams.Exchange;
import dev.attune.streams.Step;

/**
 * Takes each score into its episode's history: in full where a rule asks for it, and otherwise only
 * that its session was attended.
 */
final class JudgeScores implements Step<RatingKey, Score> {

  private final Judge judge;
  private final int sessionsPerSeries;
  private final AlertMeters meters;
  private final Episodes episodes;

  JudgeScores(Judge judge, int sessionsPerSeries, AlertMeters meters) {
    this.judge = judge;
    this.sessionsPerSeries = sessionsPerSeries;
    this.meters = meters;
    this.episodes = new Episodes(judge, meters);
  }

  @Override
  public void open(Stores stores) {
    episodes.open(stores);
  }

  @Override
  public void fact(RatingKey key, Score score, Exchange exchange) {
    boolean watched = judge.watches(key);
    if (watched && !Point.canHold(score)) {
      exchange.giveUp(DeadReason.UNSCORABLE);
      return;
    }
    EpisodeState before = episodes.find(key.tenant(), key.episode());
    Point point = watched ? Point.of(score) : Point.ofAttendance(score);
    if (before.history().holds(Series.of(key), point)) {
      meters.repeated();
      return;
    }
    var after = before.history().with(Series.of(key), point);
    if (after.points(Series.of(key)).size() > sessionsPerSeries) {
      exchange.giveUp(DeadReason.OVER_LIMIT);
    } else {
      episodes.grow(before, after, exchange);
    }
  }

  @Override
  public void erasure(RatingKey key, Exchange exchange) {
    EpisodeState before = episodes.find(key.tenant(), key.episode());
    if (before.history().find(Series.of(key), key.session()) != null) {
      var after = before.history().without(Series.of(key), key.session());
      episodes.shrink(before, after, exchange);
    }
  }
}
