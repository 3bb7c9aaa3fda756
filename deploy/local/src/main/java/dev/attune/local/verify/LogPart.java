package dev.attune.local.verify;

import dev.attune.contracts.Alert;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRecord;
import dev.attune.local.letters.Place;
import java.util.List;
import java.util.Map;

/**
 * What the same partition of every topic says: everything about some episodes, and nothing about
 * others.
 *
 * @param partitions how many partitions the topics have
 * @param unreadable records nobody can read, whose dead letters have not expired
 */
public record LogPart(
    int partition,
    int partitions,
    Map<String, Stated<SessionRecord>> sessions,
    Map<String, Stated<Rating>> ratings,
    Map<String, Stated<Score>> scores,
    Map<String, Stated<Alert>> alerts,
    List<Place> unreadable) {

  public LogPart {
    sessions = Map.copyOf(sessions);
    ratings = Map.copyOf(ratings);
    scores = Map.copyOf(scores);
    alerts = Map.copyOf(alerts);
    unreadable = List.copyOf(unreadable);
  }
}
