package dev.attune.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.attune.alert.domain.Change;
import dev.attune.alert.domain.Difference;
import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.domain.Judge;
import dev.attune.alert.domain.Point;
import dev.attune.alert.domain.Publication;
import dev.attune.alert.domain.Series;
import dev.attune.contracts.Alert;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Json;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.streams.Exchange;
import dev.attune.streams.Step;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes each score into its episode's history and publishes what the rules then find anew. */
final class JudgeScores implements Step<RatingKey, Score> {

  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Alert.class);

  private final Judge judge;
  private final int sessionsPerSeries;
  private final AlertMeters meters;
  private final EpisodeStore episodes = new EpisodeStore();

  JudgeScores(Judge judge, int sessionsPerSeries, AlertMeters meters) {
    this.judge = judge;
    this.sessionsPerSeries = sessionsPerSeries;
    this.meters = meters;
  }

  @Override
  public void open(Stores stores) {
    episodes.open(stores);
  }

  @Override
  public void fact(RatingKey key, Score score, Exchange exchange) {
    if (!judge.watches(key)) {
      return;
    }
    if (!Point.canHold(score)) {
      exchange.giveUp(DeadReason.UNSCORABLE);
      return;
    }
    EpisodeState before = episodes.find(key);
    Point point = Point.of(score);
    if (before.history().holds(Series.of(key), point)) {
      meters.repeated();
      return;
    }
    take(key, before, point, exchange);
  }

  private void take(RatingKey key, EpisodeState before, Point point, Exchange exchange) {
    var after = before.history().with(Series.of(key), point);
    if (after.points(Series.of(key)).size() > sessionsPerSeries) {
      exchange.giveUp(DeadReason.OVER_LIMIT);
      return;
    }
    Change change = Difference.between(before, after, judge);
    if (episodes.keepIfItFits(key, change.next())) {
      publish(change.publications(), exchange);
    } else {
      exchange.giveUp(DeadReason.OVER_LIMIT);
    }
  }

  @Override
  public void erasure(RatingKey key, Exchange exchange) {
    EpisodeState before = episodes.find(key);
    if (before.history().find(Series.of(key), key.session()) == null) {
      return;
    }
    var after = before.history().without(Series.of(key), key.session());
    Change change = Difference.between(before, after, judge);
    episodes.keep(key, change.next());
    publish(change.publications(), exchange);
  }

  private void publish(List<Publication> publications, Exchange exchange) {
    for (Publication publication : publications) {
      byte[] key = publication.key().text().getBytes(StandardCharsets.UTF_8);
      Alert alert = publication.alert();
      if (alert == null) {
        exchange.erase(EventType.ALERT, key);
        meters.erased();
      } else {
        exchange.send(EventType.ALERT, key, write(alert));
        meters.published(alert);
      }
    }
  }

  private static byte[] write(Alert alert) {
    try {
      return WRITER.writeValueAsBytes(alert);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
