package dev.attune.local.verify;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRecord;
import dev.attune.local.letters.Place;
import dev.attune.local.verify.Letters.Letter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A clinic with one rated session, one alert about it, and a read model that says the same. */
final class Sound {

  static final String COMMENT = "he did not listen";
  static final String SESSION_KEY = "northside/E-1/S-1";
  static final String RATING_KEY = SESSION_KEY + "/srs/CLIENT/C-1";
  static final String ALERT_KEY = "northside/E-1/alt_1";
  static final Place RATING_PLACE = new Place("attune.ratings", 0, 1);
  static final Place SCORE_PLACE = new Place("attune.scores", 0, 1);

  private static final int PARTITIONS = 4;
  private static final String SESSION =
      """
      {"id": "%s", "number": 1, "heldAt": "2026-11-02T10:00:00Z", "setting": "INDIVIDUAL",
       "delivery": "VIDEO"}\
      """;

  int partition = EpisodePartition.of(SESSION_KEY, PARTITIONS);
  final Map<String, Stated<SessionRecord>> sessions = new HashMap<>();
  final Map<String, Stated<Rating>> ratings = new HashMap<>();
  final Map<String, Stated<Score>> scores = new HashMap<>();
  final Map<String, Stated<Alert>> alerts = new HashMap<>();
  final List<Place> unreadable = new ArrayList<>();
  final Set<Letter> letters = new HashSet<>();
  final Map<String, Map<String, String>> sessionRows = new HashMap<>();
  final Map<String, Map<String, String>> scoreRows = new HashMap<>();
  final Map<String, Map<String, String>> alertRows = new HashMap<>();
  final Set<String> derivedSessions = new HashSet<>(Set.of(SESSION_KEY));
  final Set<String> derivedEpisodes = new HashSet<>(Set.of("northside/E-1"));

  private Score score = score(List.of(BigDecimal.TEN, BigDecimal.TWO), ScoreState.COMPLETE, "12");

  Sound() {
    session();
    sessionRow();
    rating(rating(List.of(BigDecimal.TEN, BigDecimal.TWO)));
    score(score);
    alert(alert("S-1", AlertStatus.OPEN));
  }

  LogPart log() {
    return new LogPart(partition, PARTITIONS, sessions, ratings, scores, alerts, unreadable);
  }

  ReadModel readModel() {
    return new ReadModel(sessionRows, scoreRows, alertRows, derivedSessions, derivedEpisodes);
  }

  void session() {
    sessions.put(SESSION_KEY, Stated.of(new Place("attune.sessions", 0, 1), sessionRecord()));
  }

  void sessionRow() {
    sessionRows.put(SESSION_KEY, Columns.of(sessionRecord()));
  }

  void rating(Rating rating) {
    ratings.put(RATING_KEY, Stated.of(RATING_PLACE, rating));
  }

  void score(Score next) {
    score = next;
    scores.put(RATING_KEY, Stated.of(SCORE_PLACE, next));
    scoreRows.put(RATING_KEY, scoreRow());
  }

  Map<String, String> scoreRow() {
    return Columns.of(score);
  }

  void alert(Alert alert) {
    alerts.put(ALERT_KEY, Stated.of(new Place("attune.alerts", 0, 1), alert));
    alertRows.put(ALERT_KEY, Columns.of(alert));
  }

  void alertRow() {
    alertRows.put(ALERT_KEY, Columns.of(alert("S-1", AlertStatus.OPEN)));
  }

  /** The rating, what followed from it, and the rows. */
  void eraseRating() {
    ratings.put(RATING_KEY, Stated.erased(RATING_PLACE));
    scores.put(RATING_KEY, Stated.erased(SCORE_PLACE));
    alerts.put(ALERT_KEY, Stated.erased(new Place("attune.alerts", 0, 2)));
    scoreRows.clear();
    alertRows.clear();
  }

  static SessionRecord sessionRecord() {
    return read(
        """
        {"tenant": "northside", "episode": "E-1", "client": "C-1", "therapist": "T-1",
         "session": "S-1", "number": 1, "status": "HELD", "at": "2026-11-02T10:00:00Z",
         "setting": "INDIVIDUAL", "delivery": "VIDEO"}\
        """,
        SessionRecord.class);
  }

  static Rating rating(List<BigDecimal> answers) {
    return rated("\"answers\": %s, \"comment\": \"%s\"".formatted(answers, COMMENT));
  }

  static Rating ratingOfTotal(String total) {
    return rated("\"scores\": {\"total\": %s}, \"comment\": \"%s\"".formatted(total, COMMENT));
  }

  private static Rating rated(String what) {
    return read(
        """
        {"tenant": "northside", "episode": "E-1", "client": "C-1", "therapist": "T-1",
         "population": "ADULT", "session": %s, "instrument": "srs",
         "rater": {"perspective": "CLIENT", "id": "C-1"}, %s,
         "ratedAt": "2026-11-02T10:50:00Z"}\
        """
            .formatted(SESSION.formatted("S-1"), what),
        Rating.class);
  }

  static Score score(List<BigDecimal> answers, ScoreState state, String total) {
    return read(
        """
        {"tenant": "northside", "episode": "E-1", "client": "C-1", "therapist": "T-1",
         "population": "ADULT", "session": %s, "instrument": "srs", "definition": "3.0",
         "rater": {"perspective": "CLIENT", "id": "C-1"}, "state": "%s", "total": %s,
         "scales": [{"scale": "total", "state": "COMPLETE", "value": %s, "missing": 0}],
         "answers": %s, "flags": [], "comment": "%s", "ratedAt": "2026-11-02T10:50:00Z"}\
        """
            .formatted(
                SESSION.formatted("S-1"),
                state,
                total,
                total,
                answers.stream().map(BigDecimal::toString).collect(Collectors.toList()),
                COMMENT),
        Score.class);
  }

  static Alert alert(String session, AlertStatus status) {
    return read(
        """
        {"tenant": "northside", "episode": "E-1", "client": "C-1", "therapist": "T-1",
         "id": "alt_1", "revision": 1, "family": "DROP", "rule": "SRS-01",
         "ruleSet": {"id": "attune-default", "version": "1"}, "severity": "RED", "status": "%s",
         "instrument": "srs", "rater": {"perspective": "CLIENT", "id": "C-1"}, "openedAt": %s,
         "evidence": {}, "explanation": "The total fell.", "baselineResetOffered": false,
         "steps": []}\
        """
            .formatted(status, SESSION.formatted(session)),
        Alert.class);
  }

  private static <T> T read(String json, Class<T> type) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
  }
}
