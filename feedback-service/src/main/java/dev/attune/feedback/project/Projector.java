package dev.attune.feedback.project;

import dev.attune.contracts.AlertKey;
import dev.attune.contracts.RatingKey;
import dev.attune.feedback.project.EpisodeTable.Owned;
import dev.attune.feedback.store.Feed;
import dev.attune.feedback.store.Rows;
import dev.attune.feedback.store.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
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
        .chain(() -> ScoreTable.keep(rows, batch.scores().values()))
        .invoke(changed -> changed.forEach(key -> touched.add(session(key))))
        .chain(changed -> alerts(rows, batch).map(plan -> new Facts(changed, touched, plan)));
  }

  private static Uni<AlertPlan> alerts(Rows rows, Batch batch) {
    return AlertTable.erase(rows, batch.erasedAlerts())
        .chain(() -> AlertTable.known(rows, batch.alerts().keySet()))
        .map(known -> AlertPlan.of(batch.alerts(), known))
        .call(plan -> AlertTable.keep(rows, plan.kept()))
        .call(plan -> AlertTable.unacknowledge(rows, plan.retractions()));
  }

  private Uni<Integer> follow(Rows rows, Batch batch, Facts facts) {
    boolean erased = !batch.erasedScores().isEmpty() || !batch.erasedSessions().isEmpty();
    return SessionTable.refresh(rows, facts.touched(), erased)
        .chain(() -> EpisodeTable.refresh(rows, episodes(batch, facts), erased))
        .chain(owned -> news(rows, batch, facts, owned).chain(news -> tell(rows, news, owned)));
  }

  private Uni<List<Feed.News>> news(Rows rows, Batch batch, Facts facts, List<Owned> owned) {
    var tidings = new Tidings(owned, clock.instant());
    List<AlertPlan.Step> steps = facts.alerts().steps();
    tidings.scores(batch, facts.scores());
    return SessionTable.known(rows, sessions(steps))
        .invoke(known -> tidings.alerts(steps, known))
        .chain(() -> AlertTable.open(rows, moved(owned)))
        .invoke(open -> tidings.handedOver(batch, open))
        .replaceWith(tidings::news);
  }

  private static Uni<Integer> tell(Rows rows, List<Feed.News> news, List<Owned> owned) {
    return Feed.append(rows, news)
        .call(added -> Feed.signal(rows, Tidings.changes(owned, added)))
        .map(List::size);
  }

  private static Set<Touched> sessions(List<AlertPlan.Step> steps) {
    return steps.stream().map(AlertPlan.Step::session).collect(Collectors.toSet());
  }

  private static List<EpisodeTable.Key> moved(List<Owned> owned) {
    return owned.stream().filter(Owned::moved).map(Owned::key).toList();
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

  private static Touched session(RatingKey key) {
    return new Touched(key.tenant(), key.episode(), key.session());
  }
}
