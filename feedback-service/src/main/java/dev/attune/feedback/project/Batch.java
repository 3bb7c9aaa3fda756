package dev.attune.feedback.project;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a number of records say together. Of several records under one key the last one counts;
 * alerts keep every state, because each transition is told. What is erased is erased first.
 */
final class Batch {

  private final List<Position> before;
  private final List<Position> after;
  private final Set<String> tenants = new LinkedHashSet<>();
  private final Map<RatingKey, Received<Score>> scores = new LinkedHashMap<>();
  private final List<Received<Score>> superseded = new ArrayList<>();
  private final Map<EpisodeTable.Key, Instant> receipts = new HashMap<>();
  private final Set<RatingKey> erasedScores = new LinkedHashSet<>();
  private final Map<SessionKey, SessionRecord> sessions = new LinkedHashMap<>();
  private final Set<SessionKey> erasedSessions = new LinkedHashSet<>();
  private final Map<AlertKey, List<Received<Alert>>> alerts = new LinkedHashMap<>();
  private final Set<AlertKey> erasedAlerts = new LinkedHashSet<>();

  /**
   * A value, and where it stands.
   *
   * @param at when its cause was received
   * @param log the incarnation of the topic
   */
  record Received<T>(T value, Instant at, String log, int part, long offset) {}

  Batch(Collection<Told> records) {
    before = Position.before(records);
    after = Position.after(records);
    records.forEach(this::add);
  }

  private void add(Told told) {
    switch (told.entry()) {
      case Entry.Scored(Score score) -> {
        tenants.add(score.tenant());
        heard(score.tenant(), score.episode(), told);
        Received<Score> before = scores.put(score.key(), received(score, told));
        if (before != null) {
          superseded.add(before);
        }
      }
      case Entry.ScoreErased(RatingKey key) -> {
        tenants.add(key.tenant());
        heard(key.tenant(), key.episode(), told);
        scores.remove(key);
        erasedScores.add(key);
      }
      case Entry.SessionTold(SessionRecord session) -> {
        tenants.add(session.tenant());
        heard(session.tenant(), session.episode(), told);
        sessions.put(session.key(), session);
      }
      case Entry.SessionErased(SessionKey key) -> {
        tenants.add(key.tenant());
        heard(key.tenant(), key.episode(), told);
        sessions.remove(key);
        erasedSessions.add(key);
      }
      case Entry.AlertTold(Alert alert) -> {
        tenants.add(alert.tenant());
        alerts.computeIfAbsent(alert.key(), _ -> new ArrayList<>()).add(received(alert, told));
      }
      case Entry.AlertErased(AlertKey key) -> {
        tenants.add(key.tenant());
        alerts.remove(key);
        erasedAlerts.add(key);
      }
      case Entry.Dead _ -> {}
    }
  }

  private void heard(String tenant, String episode, Told told) {
    receipts.merge(
        new EpisodeTable.Key(tenant, episode), told.receipt(), (a, b) -> a.isAfter(b) ? a : b);
  }

  private static <T> Received<T> received(T value, Told told) {
    return new Received<>(value, told.receipt(), told.log(), told.part(), told.offset());
  }

  List<Position> before() {
    return before;
  }

  List<Position> after() {
    return after;
  }

  Set<String> tenants() {
    return tenants;
  }

  Map<RatingKey, Received<Score>> scores() {
    return scores;
  }

  /** Scores after which another one came under their key. */
  List<Received<Score>> superseded() {
    return superseded;
  }

  /** When the youngest cause of what the batch says about sessions and scores was received. */
  Instant receipt(EpisodeTable.Key episode) {
    return receipts.getOrDefault(episode, Instant.MIN);
  }

  Set<RatingKey> erasedScores() {
    return erasedScores;
  }

  Collection<SessionRecord> sessions() {
    return sessions.values();
  }

  Set<SessionKey> erasedSessions() {
    return erasedSessions;
  }

  /** The states of each alert in the order of the log. */
  Map<AlertKey, List<Received<Alert>>> alerts() {
    return alerts;
  }

  Set<AlertKey> erasedAlerts() {
    return erasedAlerts;
  }
}
