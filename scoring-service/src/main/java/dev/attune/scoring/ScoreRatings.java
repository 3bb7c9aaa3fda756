package dev.attune.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.scoring.domain.Scorer;
import dev.attune.scoring.domain.Verdict;
import dev.attune.streams.Exchange;
import dev.attune.streams.Step;
import java.io.UncheckedIOException;

/** Publishes what each rating means, where it means something new. */
final class ScoreRatings implements Step<RatingKey, Rating> {

  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Score.class);

  private final Scorer scorer;
  private final Fingerprints published;
  private final ScoreMeters meters;

  ScoreRatings(Scorer scorer, ScoreMeters meters) {
    this.scorer = scorer;
    this.published = new Fingerprints();
    this.meters = meters;
  }

  @Override
  public void open(Stores stores) {
    published.open(stores);
  }

  @Override
  public void fact(RatingKey key, Rating rating, Exchange exchange) {
    switch (scorer.score(rating)) {
      case Verdict.Meaning(Score score) -> publish(score, exchange);
      case Verdict.Unscorable(DeadReason reason) -> exchange.giveUp(reason);
    }
  }

  @Override
  public void erasure(RatingKey key, Exchange exchange) {
    published.forget(exchange.key());
    exchange.erase(EventType.SCORE, exchange.key());
  }

  /** A rating's identity is that of its score, so the key is the same. */
  private void publish(Score score, Exchange exchange) {
    byte[] json = write(score);
    if (json.length > Exchange.LONGEST_VALUE) {
      exchange.giveUp(DeadReason.OVER_LIMIT);
    } else if (published.isNew(exchange.key(), json)) {
      exchange.send(EventType.SCORE, exchange.key(), json);
      meters.scored(score.state());
    } else {
      meters.repeated();
    }
  }

  private static byte[] write(Score score) {
    try {
      return WRITER.writeValueAsBytes(score);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
