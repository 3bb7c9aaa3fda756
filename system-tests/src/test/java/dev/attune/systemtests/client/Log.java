package dev.attune.systemtests.client;

import dev.attune.contracts.Alert;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Score;
import dev.attune.contracts.Topic;
import dev.attune.systemtests.check.Logged;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The log as a {@code read_committed} reader sees it, from its beginning to its end now. */
public final class Log implements AutoCloseable {
  private final String bootstrapServers;
  private final Map<Topic, LogReader> readers = new EnumMap<>(Topic.class);

  /** The log of this broker. */
  public Log(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** All ratings whose key begins with these parts. */
  public List<Logged<Rating>> ratings(String... keyParts) {
    return read(Topic.RATINGS, Rating.class, keyParts);
  }

  /** All scores whose key begins with these parts. */
  public List<Logged<Score>> scores(String... keyParts) {
    return read(Topic.SCORES, Score.class, keyParts);
  }

  /** All alerts and marks whose key begins with these parts. */
  public List<Logged<Alert>> alertsAndMarks(String... keyParts) {
    return read(Topic.ALERTS, Alert.class, keyParts);
  }

  /** All alerts, without marks. */
  public List<Logged<Alert>> alerts(String... keyParts) {
    return alertsAndMarks(keyParts).stream().filter(Log::isNoMark).toList();
  }

  /** Everything on a topic. */
  public synchronized List<RawRecord> raw(Topic topic) {
    return readers.computeIfAbsent(topic, t -> new LogReader(bootstrapServers, t)).read();
  }

  private <T> List<Logged<T>> read(Topic topic, Class<T> type, String... keyParts) {
    String prefix = String.join("/", keyParts) + "/";
    return raw(topic).stream()
        .filter(rawRecord -> rawRecord.key().startsWith(prefix))
        .map(rawRecord -> rawRecord.logged().map(bytes -> Json.read(bytes, type)))
        .toList();
  }

  private static boolean isNoMark(Logged<Alert> logged) {
    Alert alert = logged.value();
    return alert == null || !alert.isMark();
  }

  @Override
  public synchronized void close() {
    readers.values().forEach(LogReader::close);
    readers.clear();
  }
}
