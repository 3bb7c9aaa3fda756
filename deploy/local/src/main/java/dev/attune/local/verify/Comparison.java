package dev.attune.local.verify;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.Stage;
import dev.attune.contracts.Topic;
import dev.attune.local.letters.Place;
import dev.attune.local.verify.Difference.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What does not agree among the log, the scores, the alerts and the read model.
 *
 * <pre>
 * ratings ──score of each, and of nothing else──▶ scores ──▶ alerts, each about a session that is there
 *                                                   │           │
 * sessions ─────────────── the same rows ───────────┴───────────┴──▶ read model
 * </pre>
 *
 * <p>A record that its reader has given up takes no part: its dead letter is what became of it.
 */
public final class Comparison {

  private static final String SCORING = Stage.SCORING.service();
  private static final String FEEDBACK = "feedback-service";

  private final LogPart log;
  private final Letters letters;
  private final ReadModel readModel;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(LogPart log, Letters letters, ReadModel readModel) {
    this.log = log;
    this.letters = letters;
    this.readModel = readModel;
  }

  /** Every difference, in no particular order. */
  public static List<Difference> of(LogPart log, Letters letters, ReadModel readModel) {
    var comparison = new Comparison(log, letters, readModel);
    comparison.places();
    comparison.scores();
    comparison.alerts();
    comparison.rows();
    comparison.derived();
    return List.copyOf(comparison.differences);
  }

  private void places() {
    for (Map<String, ?> keys : List.of(log.sessions(), log.ratings(), log.scores(), log.alerts())) {
      keys.keySet().stream()
          .filter(key -> EpisodePartition.of(key, log.partitions()) != log.partition())
          .forEach(key -> found(Kind.WRONG_PARTITION, key));
    }
    for (Place place : log.unreadable()) {
      for (String reader : readers(place.topic())) {
        if (!letters.gaveUp(place, reader)) {
          found(Kind.LETTER_MISSING, place + " by " + reader);
        }
      }
    }
  }

  /** Every service that gives up a record of the topic when it cannot read it. */
  private static List<String> readers(String topic) {
    var readers = new ArrayList<String>();
    for (Stage stage : Stage.values()) {
      if (holds(stage.reads(), topic)) {
        readers.add(stage.service());
      }
    }
    if (holds(Progress.PROJECTED, topic)) {
      readers.add(FEEDBACK);
    }
    return readers;
  }

  private static boolean holds(Collection<Topic> topics, String name) {
    return topics.stream().anyMatch(topic -> topic.topicName().equals(name));
  }

  private void scores() {
    log.ratings()
        .forEach((key, stated) -> {
          Rating rating = stated.value();
          if (rating != null && !letters.gaveUp(stated.place(), SCORING)) {
            scoreOf(key, rating);
          }
        });
    log.scores()
        .forEach((key, stated) -> {
          Stated<Rating> rating = log.ratings().get(key);
          if (stated.holds() && (rating == null || isErased(rating))) {
            found(Kind.SCORE_WITHOUT_RATING, key);
          }
        });
  }

  private void scoreOf(String key, Rating rating) {
    Stated<Score> stated = log.scores().get(key);
    if (stated == null || isErased(stated)) {
      found(Kind.RATING_WITHOUT_SCORE, key);
      return;
    }
    Score score = stated.value();
    if (score != null && !isScoreOf(rating, score)) {
      found(Kind.SCORE_OF_ANOTHER_RATING, key);
    }
  }

  /** Everything that is carried over; what the numbers mean is the instrument's business. */
  private static boolean isScoreOf(Rating rating, Score score) {
    return score.client().equals(rating.client())
        && score.therapist().equals(rating.therapist())
        && score.population() == rating.population()
        && score.session().equals(rating.session())
        && score.ratedAt().equals(rating.ratedAt())
        && Objects.equals(score.comment(), rating.comment())
        && (score.state() == ScoreState.DECLINED) == rating.declined()
        && score.answers().equals(Objects.requireNonNullElse(rating.answers(), List.of()))
        && holdsTotals(score, Objects.requireNonNullElse(rating.scores(), Map.of()));
  }

  private static boolean holdsTotals(Score score, Map<String, BigDecimal> given) {
    return score.scales().stream()
        .allMatch(scale -> same(given.getOrDefault(scale.scale(), scale.value()), scale.value()));
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  private void alerts() {
    Set<String> sessions = new HashSet<>();
    log.scores()
        .forEach((key, stated) -> {
          if (stated.holds()) {
            sessions.add(firstParts(key, 3));
          }
        });
    log.sessions()
        .forEach((key, stated) -> {
          if (stated.holds()) {
            sessions.add(key);
          }
        });
    log.alerts()
        .forEach((key, stated) -> {
          Alert alert = stated.value();
          if (alert != null
              && alert.status() != AlertStatus.RETRACTED
              && !sessions.contains(
                  String.join("/", alert.tenant(), alert.episode(), alert.openedAt().id()))) {
            found(Kind.ALERT_WITHOUT_SESSION, key);
          }
        });
  }

  private void rows() {
    compare(
        log.sessions(),
        Columns::of,
        readModel.sessionRecords(),
        Kind.SESSION_NOT_IN_READ_MODEL,
        Kind.SESSION_ONLY_IN_READ_MODEL,
        Kind.SESSION_DIFFERS);
    compare(
        log.scores(),
        Columns::of,
        readModel.scores(),
        Kind.SCORE_NOT_IN_READ_MODEL,
        Kind.SCORE_ONLY_IN_READ_MODEL,
        Kind.SCORE_DIFFERS);
    compare(
        log.alerts(),
        Columns::of,
        readModel.alerts(),
        Kind.ALERT_NOT_IN_READ_MODEL,
        Kind.ALERT_ONLY_IN_READ_MODEL,
        Kind.ALERT_DIFFERS);
  }

  private <T> void compare(
      Map<String, Stated<T>> stated,
      Function<T, Map<String, String>> columns,
      Map<String, Map<String, String>> rows,
      Kind missing,
      Kind left,
      Kind differs) {
    stated.forEach((key, last) -> {
      T value = last.value();
      if (value == null || letters.gaveUp(last.place(), FEEDBACK)) {
        return;
      }
      Map<String, String> row = rows.get(key);
      if (row == null) {
        found(missing, key);
      } else if (!row.equals(columns.apply(value))) {
        found(differs, key);
      }
    });
    for (String key : rows.keySet()) {
      Stated<T> last = stated.get(key);
      if (last == null || isErased(last)) {
        found(left, key);
      }
    }
  }

  /** What the rows themselves say must have been made of them. */
  private void derived() {
    Set<String> sessions = new HashSet<>(readModel.sessionRecords().keySet());
    readModel.scores().keySet().forEach(key -> sessions.add(firstParts(key, 3)));
    derived(sessions, readModel.sessions());
    derived(
        sessions.stream().map(key -> firstParts(key, 2)).collect(Collectors.toSet()),
        readModel.episodes());
  }

  private void derived(Set<String> expected, Set<String> actual) {
    expected.stream()
        .filter(key -> !actual.contains(key))
        .forEach(key -> found(Kind.NOT_DERIVED, key));
    actual.stream()
        .filter(key -> !expected.contains(key))
        .forEach(key -> found(Kind.DERIVED_FROM_NOTHING, key));
  }

  private static boolean isErased(Stated<?> stated) {
    return stated.readable() && !stated.holds();
  }

  private static String firstParts(String key, int parts) {
    return Arrays.stream(key.split("/", -1)).limit(parts).collect(Collectors.joining("/"));
  }

  private void found(Kind kind, String key) {
    differences.add(new Difference(kind, key));
  }
}
