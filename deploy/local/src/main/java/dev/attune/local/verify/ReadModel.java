package dev.attune.local.verify;

import java.util.Map;
import java.util.Set;

/**
 * What PostgreSQL holds of the episodes of one partition: rows by the key of their record on the
 * log, each as its columns in text.
 *
 * @param sessions keys of the derived sessions, {@code tenant/episode/session}
 * @param episodes keys of the derived episodes, {@code tenant/episode}
 */
public record ReadModel(
    Map<String, Map<String, String>> sessionRecords,
    Map<String, Map<String, String>> scores,
    Map<String, Map<String, String>> alerts,
    Set<String> sessions,
    Set<String> episodes) {

  public ReadModel {
    sessionRecords = Map.copyOf(sessionRecords);
    scores = Map.copyOf(scores);
    alerts = Map.copyOf(alerts);
    sessions = Set.copyOf(sessions);
    episodes = Set.copyOf(episodes);
  }
}
