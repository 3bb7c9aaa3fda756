package dev.attune.local.verify;

/**
 * One thing that does not agree.
 *
 * @param key what it is about: a key of the log or a place on it, never anything that was rated
 */
public record Difference(Kind kind, String key) {

  /** What does not agree. */
  public enum Kind {
    WRONG_PARTITION("record in a partition that is not its episode's"),
    LETTER_MISSING("record that nobody can read, without a dead letter"),
    NOT_HANDLED("partition that is not handled to its end"),
    RATING_WITHOUT_SCORE("rating without a score or a dead letter"),
    SCORE_WITHOUT_RATING("score without a rating"),
    SCORE_OF_ANOTHER_RATING("score of something else than its rating says"),
    ALERT_WITHOUT_SESSION("alert about a session of which nothing is on the log"),
    SESSION_NOT_IN_READ_MODEL("session that the read model lacks"),
    SESSION_ONLY_IN_READ_MODEL("session that only the read model has"),
    SESSION_DIFFERS("session that is another in the read model"),
    SCORE_NOT_IN_READ_MODEL("score that the read model lacks"),
    SCORE_ONLY_IN_READ_MODEL("score that only the read model has"),
    SCORE_DIFFERS("score that is another in the read model"),
    ALERT_NOT_IN_READ_MODEL("alert that the read model lacks"),
    ALERT_ONLY_IN_READ_MODEL("alert that only the read model has"),
    ALERT_DIFFERS("alert that is another in the read model"),
    NOT_DERIVED("session or episode that the read model has not derived"),
    DERIVED_FROM_NOTHING("session or episode of the read model that follows from nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In words, for people. */
    public String words() {
      return words;
    }
  }
}
