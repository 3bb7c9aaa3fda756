package dev.attune.systemtests.check;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Delivery;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.RuleSetRef;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import dev.attune.contracts.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A log of 10,000 ratings without a fault, into which tests plant one. */
final class Planted {
  static final int EPISODES = 1_000;
  static final int SESSIONS = 10;
  static final int PARTITIONS = 4;
  private static final Instant FIRST = Instant.parse("2026-01-05T10:00:00Z");

  private Planted() {}

  static List<Logged<Score>> scores() {
    return IntStream.range(0, EPISODES * SESSIONS)
        .mapToObj(i -> logged(i, score("northside", "E-" + i % EPISODES, 1 + i / EPISODES)))
        .toList();
  }

  static Map<String, BigDecimal> totals(List<Logged<Score>> scores) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    scores.forEach(logged -> totals.put(logged.key(), total(value(logged).session())));
    return totals;
  }

  static <T> List<Logged<T>> with(List<Logged<T>> faultless, Consumer<List<Logged<T>>> fault) {
    var changed = new ArrayList<>(faultless);
    fault.accept(changed);
    return changed;
  }

  static Score score(String tenant, String episode, int session) {
    SessionRef held = held(session);
    return new Score(
        tenant,
        episode,
        "C-" + episode,
        "T-1",
        Population.ADULT,
        held,
        "srs",
        "1",
        null,
        new Rater(Perspective.CLIENT, "C-" + episode),
        ScoreState.COMPLETE,
        total(held),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        held.heldAt());
  }

  static Logged<Score> logged(int place, Score score) {
    RatingKey key = score.key();
    return new Logged<>(EpisodePartition.of(key.text(), PARTITIONS), place, key.text(), score);
  }

  static Logged<Alert> logged(int place, Alert alert) {
    String key = alert.key().text();
    return new Logged<>(EpisodePartition.of(key, PARTITIONS), place, key, alert);
  }

  static Alert alert(String id, long revision, AlertStatus... life) {
    List<AlertStep> steps =
        IntStream.range(0, life.length)
            .mapToObj(i -> new AlertStep(life[i], Severity.RED, held(5 + i)))
            .toList();
    return new Alert(
        "northside",
        "E-1",
        "C-E-1",
        "T-1",
        id,
        revision,
        "sudden-drop",
        "SRS-01",
        new RuleSetRef("attune-default", "1"),
        Severity.RED,
        life[life.length - 1],
        "srs",
        new Rater(Perspective.CLIENT, "C-E-1"),
        held(5),
        Evidence.NONE,
        "Lower than expected.",
        null,
        false,
        steps);
  }

  static <T> T value(Logged<T> logged) {
    T value = logged.value();
    if (value == null) {
      throw new IllegalStateException("a tombstone at " + logged.offset());
    }
    return value;
  }

  private static SessionRef held(int number) {
    return new SessionRef(
        "S-" + number,
        number,
        FIRST.plus(Duration.ofDays(7L * number)),
        Setting.INDIVIDUAL,
        Delivery.VIDEO);
  }

  private static BigDecimal total(SessionRef session) {
    Integer number = session.number();
    return BigDecimal.valueOf(300L + (number == null ? 0 : number), 1);
  }
}
