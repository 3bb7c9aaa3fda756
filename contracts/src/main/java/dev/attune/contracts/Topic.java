package dev.attune.contracts;

import java.time.Duration;
import java.util.Map;

/** The topics of the log, with the policy each is created with. */
public enum Topic {
  SESSIONS("attune.sessions", true),
  RATINGS("attune.ratings", true),
  SCORES("attune.scores", true),
  ALERTS("attune.alerts", true),
  DEAD_LETTERS("attune.dead-letters", false);

  /** The longest time until compaction has removed what a tombstone erases. */
  public static final Duration ERASURE_REACHES_DISK_WITHIN = Duration.ofDays(1);

  /** How long a dead letter waits to be driven again. */
  public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

  /** How many partitions each topic has unless a deployment says otherwise. */
  public static final int DEFAULT_PARTITIONS = 4;

  private final String topicName;
  private final boolean compacted;

  Topic(String topicName, boolean compacted) {
    this.topicName = topicName;
    this.compacted = compacted;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The topic's configuration on the broker. */
  public Map<String, String> policy() {
    if (compacted) {
      return Map.of(
          "cleanup.policy", "compact",
          "max.compaction.lag.ms", Long.toString(ERASURE_REACHES_DISK_WITHIN.toMillis()),
          "segment.ms", Long.toString(ERASURE_REACHES_DISK_WITHIN.toMillis()));
    }
    return Map.of(
        "cleanup.policy", "delete", "retention.ms", Long.toString(DEAD_LETTERS_KEPT.toMillis()));
  }
}
