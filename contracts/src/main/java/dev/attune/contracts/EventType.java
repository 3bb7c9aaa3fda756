package dev.attune.contracts;

/**
 * The CloudEvents types of the records on the log. The number at the end is the version of the
 * schema; a reader takes its own version, and a record without the header as version 1.
 */
public enum EventType {
  RATING("dev.attune.rating.v1", Topic.RATINGS),
  SESSION("dev.attune.session.v1", Topic.SESSIONS),
  SCORE("dev.attune.score.v1", Topic.SCORES),
  ALERT("dev.attune.alert.v1", Topic.ALERTS);

  private final String type;
  private final Topic topic;

  EventType(String type, Topic topic) {
    this.type = type;
    this.topic = topic;
  }

  /** The value of the {@code ce_type} header. */
  public String type() {
    return type;
  }

  /** The topic on which such records travel. */
  public Topic topic() {
    return topic;
  }
}
