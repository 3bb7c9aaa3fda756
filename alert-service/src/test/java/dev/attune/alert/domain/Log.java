package dev.attune.alert.domain;

import dev.attune.alert.Scores;
import dev.attune.alert.store.EpisodeBytes;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import dev.attune.detection.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One episode and what a reader of {@code attune.alerts} knows of it, record by record. */
final class Log {

  static final Judge JUDGE = new Judge(RuleSet.load("attune-default"));

  private final Judge judge;
  private final Map<String, Alert> known = new LinkedHashMap<>();
  private EpisodeState state = EpisodeState.empty(Scores.TENANT, Scores.EPISODE);

  Log() {
    this(JUDGE);
  }

  Log(Judge judge) {
    this.judge = judge;
  }

  static Log of(List<Score> scores) {
    return of(scores, JUDGE);
  }

  static Log of(List<Score> scores, Judge judge) {
    var log = new Log(judge);
    scores.forEach(log::take);
    return log;
  }

  /** Takes a score; returns what was published because of it. */
  List<Publication> take(Score score) {
    return become(state.history().with(Series.of(score.key()), Point.of(score)));
  }

  List<Publication> erase(RatingKey key) {
    return become(state.history().without(Series.of(key), key.session()));
  }

  /** Takes what the EHR tells; returns what was published because of it. */
  List<Publication> take(SessionRecord told) {
    return become(state.history().with(Appointment.of(told)));
  }

  List<Publication> erase(SessionKey key) {
    return become(state.history().withoutAppointment(key.session()));
  }

  /** The state lies in its bytes between two records, as in the store. */
  private List<Publication> become(History after) {
    Change change = Difference.between(state, after, judge);
    state = EpisodeBytes.read(Scores.TENANT, Scores.EPISODE, EpisodeBytes.write(change.next()));
    change.publications().forEach(this::read);
    return change.publications();
  }

  private void read(Publication publication) {
    Alert alert = publication.alert();
    if (alert == null) {
      known.remove(publication.key().alert());
      return;
    }
    Alert before = known.put(alert.id(), alert);
    long expected = before == null ? 1 : before.revision() + 1;
    if (alert.revision() != expected) {
      throw new AssertionError("revision " + alert.revision() + " in place of " + expected);
    }
  }

  EpisodeState state() {
    return state;
  }

  /** Everything on the log, retracted ones too. */
  List<Alert> all() {
    return List.copyOf(known.values());
  }

  /** The alerts that stand. */
  List<Alert> alerts() {
    return standing().values().stream().filter(alert -> !alert.isMark()).toList();
  }

  /** The alerts that stand of a family. */
  List<Alert> alerts(String family) {
    return alerts().stream().filter(alert -> alert.family().equals(family)).toList();
  }

  /** The marks that stand. */
  List<Alert> marks() {
    return standing().values().stream().filter(Alert::isMark).toList();
  }

  /** The marks that stand of a rule. */
  List<Alert> marks(String rule) {
    return marks().stream().filter(mark -> mark.rule().equals(rule)).toList();
  }

  /** What stands, by id, without its revision. */
  SortedMap<String, Alert> standing() {
    SortedMap<String, Alert> standing = new TreeMap<>();
    for (Alert alert : new ArrayList<>(known.values())) {
      if (alert.status() != AlertStatus.RETRACTED) {
        standing.put(alert.id(), withoutRevision(alert));
      }
    }
    return standing;
  }

  private static Alert withoutRevision(Alert a) {
    return new Alert(
        a.tenant(),
        a.episode(),
        a.client(),
        a.therapist(),
        a.id(),
        1,
        a.family(),
        a.rule(),
        a.ruleSet(),
        a.severity(),
        a.status(),
        a.instrument(),
        a.rater(),
        a.openedAt(),
        a.evidence(),
        a.explanation(),
        a.suggestion(),
        a.baselineResetOffered(),
        a.steps());
  }
}
