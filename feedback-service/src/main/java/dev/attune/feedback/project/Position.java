package dev.attune.feedback.project;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in the log.
 *
 * @param topicId the incarnation of the topic: a topic made anew under its old name has another
 * @param next the offset of the next record to take over
 */
record Position(String topic, int part, String topicId, long next) {

  /** Where each partition stands after the last of these records has been taken over. */
  static List<Position> after(Collection<Told> records) {
    Map<String, Position> positions = new HashMap<>();
    records.forEach(told ->
        positions.merge(
            told.topic() + "/" + told.part(),
            new Position(told.topic(), told.part(), told.log(), told.offset() + 1),
            (a, b) -> a.next() >= b.next() ? a : b));
    return List.copyOf(positions.values());
  }

  /** The first offset of each partition among these records, as a position. */
  static List<Position> before(Collection<Told> records) {
    Map<String, Position> positions = new HashMap<>();
    records.forEach(told ->
        positions.merge(
            told.topic() + "/" + told.part(),
            new Position(told.topic(), told.part(), told.log(), told.offset()),
            (a, b) -> a.next() <= b.next() ? a : b));
    return List.copyOf(positions.values());
  }
}
