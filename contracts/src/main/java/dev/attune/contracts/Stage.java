package dev.attune.contracts;

import java.util.Set;

/**
 * A stage of the log: a service that makes of the records of some topics those of another, exactly
 * once. Everything it publishes or keeps can be made again from what it reads.
 */
public enum Stage {
  SCORING("scoring-service", "attune-scoring", Topic.SCORES),
  ALERT("alert-service", "attune-alert", Topic.ALERTS);

  private final String service;
  private final String group;
  private final Topic writes;

  Stage(String service, String group, Topic writes) {
    this.service = service;
    this.group = group;
    this.writes = writes;
  }

  /** The name of the service, as it stands in the headers of what it publishes and gives up. */
  public String service() {
    return service;
  }

  /** Its consumer group, the prefix of its transactions and of the topics that back its stores. */
  public String group() {
    return group;
  }

  /** The topics it reads. */
  public Set<Topic> reads() {
    return switch (this) {
      case SCORING -> Set.of(Topic.RATINGS);
      case ALERT -> Set.of(Topic.SCORES, Topic.SESSIONS);
    };
  }

  /** The topic it publishes to. */
  public Topic writes() {
    return writes;
  }
}
