package dev.attune.feedback.project;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.StableId;
import dev.attune.feedback.domain.Acknowledgement;
import dev.attune.feedback.domain.Telling;
import dev.attune.feedback.project.EpisodeTable.Owned;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.store.Feed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a batch has changed into words for those whom it concerns. Whatever is taken over
 * counts as told from then on, whether or not it was pushed: so a replay finds it told.
 */
final class Tidings {

  private final Map<EpisodeTable.Key, String> therapists;
  private final Instant now;
  private final List<Feed.News> news = new ArrayList<>();

  Tidings(Collection<Owned> owned, Instant now) {
    this.therapists = owned.stream().collect(Collectors.toMap(Owned::key, Owned::therapist));
    this.now = now;
  }

  /** In the order in which they are told. */
  List<Feed.News> news() {
    return news;
  }

  /** Tells of the scores that are new or changed. */
  void scores(Batch batch, Collection<RatingKey> changed) {
    var told = new HashSet<>(changed);
    batch.scores().forEach((key, score) -> score(score, told.contains(key)));
    batch.superseded().forEach(score -> score(score, false));
  }

  /**
   * Tells of the steps of alerts.
   *
   * @param known the sessions that are known; while the one at which an alert opened is not, its
   *     episode may still change hands, so the alert itself says whose it is
   */
  void alerts(List<AlertPlan.Step> steps, Set<Touched> known) {
    for (AlertPlan.Step step : steps) {
      Alert alert = step.alert();
      String therapist = known.contains(step.session()) ? therapist(alert) : alert.therapist();
      String name = step.transition();
      if (name != null && Telling.stillPushed(step.state().at(), now)) {
        push(alert, step.acknowledgement(), therapist, name, Feed.ANYBODY);
      }
      if (alert.status() != AlertStatus.RETRACTED) {
        note(alert, Telling.standing(alert), Feed.ANYBODY);
      }
      Telling.heard(alert.severity()).forEach(heard -> note(alert, heard, therapist));
    }
  }

  /** Tells of alerts that stand open in episodes that were somebody else's before. */
  void handedOver(Batch batch, List<AlertTable.Open> open) {
    for (AlertTable.Open each : open) {
      Alert alert = each.value();
      Instant receipt = batch.receipt(new EpisodeTable.Key(alert.tenant(), alert.episode()));
      if (Telling.stillPushed(receipt, now)) {
        List<String> heard = Telling.heard(alert.severity());
        push(alert, each.acknowledgement(), therapist(alert), heard.getFirst(), therapist(alert));
        heard.forEach(name -> note(alert, name, therapist(alert)));
      }
    }
  }

  /** What made a page old without being told: of each episode, to its therapist and the former. */
  static List<Feed.Change> changes(Collection<Owned> owned, Collection<Feed.Added> added) {
    var told = new HashSet<>(added);
    var changes = new ArrayList<Feed.Change>();
    for (Owned each : owned) {
      if (!told.contains(new Feed.Added(each.tenant(), each.therapist(), each.episode()))) {
        changes.add(new Feed.Change(each.tenant(), each.therapist(), each.episode()));
      }
      String former = each.former();
      if (former != null && each.moved()) {
        changes.add(new Feed.Change(each.tenant(), former, null));
      }
    }
    return changes;
  }

  private void score(Batch.Received<Score> received, boolean pushed) {
    if (!Telling.stillPushed(received.at(), now)) {
      return;
    }
    Score score = received.value();
    news.add(
        new Feed.News(
            news.size(),
            score.tenant(),
            therapists.getOrDefault(
                new EpisodeTable.Key(score.tenant(), score.episode()), score.therapist()),
            "score",
            score.episode(),
            null,
            score.key().ratingId(),
            StableId.of("scr", Long.toString(received.at().toEpochMilli()), ScoreTable.text(score)),
            Feed.ANYBODY,
            pushed,
            ScoreTable.text(ScoreNews.of(score))));
  }

  private void push(
      Alert alert,
      @Nullable Acknowledgement acknowledgement,
      String recipient,
      String transition,
      String toldTo) {
    String payload = ScoreTable.text(AlertView.of(alert, acknowledgement));
    add(alert, recipient, transition, toldTo, true, payload);
  }

  private void note(Alert alert, String transition, String toldTo) {
    add(alert, toldTo, transition, toldTo, false, "");
  }

  private void add(
      Alert alert,
      String recipient,
      String transition,
      String toldTo,
      boolean pushed,
      String payload) {
    news.add(
        new Feed.News(
            news.size(),
            alert.tenant(),
            recipient,
            "alert",
            alert.episode(),
            alert.openedAt().id(),
            alert.id(),
            transition,
            toldTo,
            pushed,
            payload));
  }

  private String therapist(Alert alert) {
    return therapists.getOrDefault(
        new EpisodeTable.Key(alert.tenant(), alert.episode()), alert.therapist());
  }
}
