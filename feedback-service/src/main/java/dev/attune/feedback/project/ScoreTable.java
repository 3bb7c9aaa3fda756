package dev.attune.feedback.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.contracts.Json;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.feedback.store.Feed;
import dev.attune.feedback.store.Rows;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code score}: what is said under each key of {@code attune.scores}. */
final class ScoreTable {

  private static final String KEEP =
      """
      with changed as (
        insert into score (tenant, episode, session, instrument, perspective, rater, number,
          held_at, setting, delivery, client, therapist, population, state, total, pomp, rated_at,
          body, log, log_offset)
        select * from json_to_recordset(cast(cast(?1 as text) as json)) as n(tenant text,
          episode text, session text, instrument text, perspective text, rater text,
          number integer, held_at timestamptz, setting text, delivery text, client text,
          therapist text, population text, state text, total numeric, pomp numeric,
          rated_at timestamptz, body text, log text, log_offset bigint)
        on conflict (tenant, episode, session, instrument, perspective, rater) do update set
          number = excluded.number, held_at = excluded.held_at, setting = excluded.setting,
          delivery = excluded.delivery, client = excluded.client, therapist = excluded.therapist,
          population = excluded.population, state = excluded.state, total = excluded.total,
          pomp = excluded.pomp, rated_at = excluded.rated_at, body = excluded.body,
          log = excluded.log, log_offset = excluded.log_offset
        where score.body <> excluded.body
          and (score.log is distinct from excluded.log or score.log_offset < excluded.log_offset)
        returning tenant, episode, session, instrument, perspective, rater
      )
      select cast(row_to_json(changed) as text) from changed
      """;

  private static final String ERASE =
      """
      with gone as (
        delete from score s using json_to_recordset(cast(cast(?1 as text) as json))
          as g(tenant text, episode text, session text, instrument text, perspective text,
            rater text)
        where s.tenant = g.tenant and s.episode = g.episode and s.session = g.session
          and s.instrument = g.instrument and s.perspective = g.perspective and s.rater = g.rater
        returning s.tenant, s.episode, s.session
      )
      select cast(row_to_json(gone) as text) from gone
      """;

  private ScoreTable() {}

  private record Row(
      String tenant,
      String episode,
      String session,
      String instrument,
      String perspective,
      String rater,
      @Nullable Integer number,
      Instant heldAt,
      String setting,
      String delivery,
      String client,
      String therapist,
      String population,
      String state,
      @Nullable BigDecimal total,
      @Nullable BigDecimal pomp,
      Instant ratedAt,
      String body,
      String log,
      long logOffset) {

    static Row of(Batch.Received<Score> received) {
      Score score = received.value();
      return new Row(
          score.tenant(),
          score.episode(),
          score.session().id(),
          score.instrument(),
          score.rater().perspective().name(),
          score.rater().id(),
          score.session().number(),
          score.session().heldAt(),
          score.session().setting().name(),
          score.session().delivery().name(),
          score.client(),
          score.therapist(),
          score.population().name(),
          score.state().name(),
          score.total(),
          score.pomp(),
          score.ratedAt(),
          text(score),
          received.log() + "/" + received.part(),
          received.offset());
    }
  }

  /**
   * Keeps scores and tells which of them are new or changed. What stands on the log before the
   * score that is held is no news, however often it is read.
   */
  static Uni<List<RatingKey>> keep(Rows rows, Collection<Batch.Received<Score>> scores) {
    return scores.isEmpty()
        ? Uni.createFrom().item(List.of())
        : rows.change(RatingKey.class, KEEP, Rows.json(scores.stream().map(Row::of).toList()));
  }

  /** Erases scores, with what was told about them, and tells of which sessions. */
  static Uni<List<Touched>> erase(Rows rows, Collection<RatingKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var gone =
        keys.stream()
            .map(key -> new Feed.Gone(key.tenant(), key.episode(), key.ratingId()))
            .toList();
    return Feed.withdraw(rows, gone)
        .chain(() -> rows.change(Touched.class, ERASE, Rows.json(keys)));
  }

  static String text(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
