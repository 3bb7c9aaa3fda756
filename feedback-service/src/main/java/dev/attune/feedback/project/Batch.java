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
  private final Set<RatingKey> erasedScores = new LinkedHashSet<>();
  private final Map<SessionKey, SessionRecord> sessions = new LinkedHashMap<>();
  private final Set<SessionKey> erasedSessions = new LinkedHashSet<>();
  private final Map<AlertKey, List<Received<Alert>>> alerts = new LinkedHashMap<>();
  private final Set<AlertKey> erasedAlerts = new LinkedHashSet<>();

  /** A value, when its cause was received, and the incarnation of the topic it stands on. */
  record Received<T>(T value, Instant at, String log) {}

  Batch(Collection<Told> records) {
    before = Position.before(records);
    after = Position.after(records);
    records.forEach(this::add);
  }

  private void add(Told told) {
    switch (told.entry()) {
      case Entry.Scored(Score score) -> {
        tenants.add(score.tenant());
        scores.put(score.key(), received(score, told));
      }
      case Entry.ScoreErased(RatingKey key) -> {
        tenants.add(key.tenant());
        scores.remove(key);
        erasedScores.add(key);
      }
      case Entry.SessionTold(SessionRecord session) -> {
        tenants.add(session.tenant());
        sessions.put(session.key(), session);
      }
      case Entry.SessionErased(SessionKey key) -> {
        tenants.add(key.tenant());
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

  private static <T> Received<T> received(T value, Told told) {
    return new Received<>(value, told.receipt(), told.log());
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
