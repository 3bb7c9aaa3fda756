package dev.attune.feedback.project;

import dev.attune.contracts.AlertKey;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.feedback.domain.Telling;
import dev.attune.feedback.project.EpisodeTable.Owned;
import dev.attune.feedback.store.Feed;
import dev.attune.feedback.store.Rows;
import dev.attune.feedback.store.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a batch of the log over into PostgreSQL: rows, offsets and what people are told of it in
 * one transaction, with a fixed number of statements whatever the size of the batch.
 */
@ApplicationScoped
class Projector {

  private final Tenants tenants;
  private final Clock clock;

  Projector(Tenants tenants, Clock clock) {
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Takes the batch over.
   *
   * @return how many events were added to feeds
   */
  Uni<Integer> take(Batch batch) {
    return tenants.in(
        batch.tenants(),
        rows ->
            Offsets.claim(rows, batch.before())
                .chain(() -> facts(rows, batch))
                .chain(facts -> follow(rows, batch, facts))
                .call(() -> Offsets.keep(rows, batch.after())));
  }

  /** Everything that is kept about the log's position. */
  Uni<List<Position>> positions() {
    return tenants.in(Set.of(), Offsets::all);
  }

  /** Starts over: the next records of these partitions are those at the positions. */
  Uni<Integer> startAt(List<Position> positions) {
    return tenants.in(Set.of(), rows -> Offsets.keep(rows, positions));
  }

  /**
   * What the batch has changed.
   *
   * @param touched sessions of which something is different now
   */
  private record Facts(List<RatingKey> scores, Set<Touched> touched, AlertPlan alerts) {}

  private Uni<Facts> facts(Rows rows, Batch batch) {
    var touched = new LinkedHashSet<Touched>();
    return SessionTable.erase(rows, batch.erasedSessions())
        .invoke(touched::addAll)
        .chain(() -> SessionTable.keep(rows, batch.sessions()))
        .invoke(touched::addAll)
        .chain(() -> ScoreTable.erase(rows, batch.erasedScores()))
        .invoke(touched::addAll)
        .chain(() -> ScoreTable.keep(rows, scores(batch)))
        .invoke(changed -> changed.forEach(key -> touched.add(session(key))))
        .chain(changed -> alerts(rows, batch).map(plan -> new Facts(changed, touched, plan)));
  }

  private static Uni<AlertPlan> alerts(Rows rows, Batch batch) {
    return AlertTable.erase(rows, batch.erasedAlerts())
        .chain(() -> AlertTable.known(rows, batch.alerts().keySet()))
        .map(known -> AlertPlan.of(batch.alerts(), known))
        .call(plan -> AlertTable.keep(rows, plan.kept()));
  }

  private Uni<Integer> follow(Rows rows, Batch batch, Facts facts) {
    boolean erased = !batch.erasedScores().isEmpty() || !batch.erasedSessions().isEmpty();
    return SessionTable.refresh(rows, facts.touched(), erased)
        .chain(() -> EpisodeTable.refresh(rows, episodes(batch, facts), erased))
        .chain(owned -> Feed.append(rows, news(batch, facts, owned)));
  }

  private List<Feed.News> news(Batch batch, Facts facts, List<Owned> owned) {
    Map<EpisodeTable.Key, String> therapists =
        owned.stream().collect(Collectors.toMap(Owned::key, Owned::therapist));
    Instant now = clock.instant();
    var news = new ArrayList<Feed.News>();
    for (RatingKey key : facts.scores()) {
      Batch.Received<Score> score = batch.scores().get(key);
      if (score != null && Telling.stillPushed(score.at(), now)) {
        news.add(ScoreNews.of(news.size(), score.value(), therapists));
      }
    }
    for (AlertPlan.Transition transition : facts.alerts().transitions()) {
      if (Telling.stillPushed(transition.receipt(), now)) {
        news.add(alertNews(news.size(), transition, therapists));
      }
    }
    return news;
  }

  private static Feed.News alertNews(
      int ord, AlertPlan.Transition transition, Map<EpisodeTable.Key, String> therapists) {
    var view = transition.view();
    String tenant = transition.tenant();
    return new Feed.News(
        ord,
        tenant,
        therapists.getOrDefault(
            new EpisodeTable.Key(tenant, view.episode()), transition.therapist()),
        "alert",
        view.episode(),
        view.alert(),
        transition.name(),
        ScoreTable.text(view));
  }

  private static Set<EpisodeTable.Key> episodes(Batch batch, Facts facts) {
    var episodes = new LinkedHashSet<EpisodeTable.Key>();
    facts.touched().forEach(t -> episodes.add(new EpisodeTable.Key(t.tenant(), t.episode())));
    facts
        .alerts()
        .kept()
        .forEach(a -> episodes.add(new EpisodeTable.Key(a.value().tenant(), a.value().episode())));
    for (AlertKey key : batch.erasedAlerts()) {
      episodes.add(new EpisodeTable.Key(key.tenant(), key.episode()));
    }
    return episodes;
  }

  private static List<Score> scores(Batch batch) {
    return batch.scores().values().stream().map(Batch.Received::value).toList();
  }

  private static Touched session(RatingKey key) {
    return new Touched(key.tenant(), key.episode(), key.session());
  }
}
