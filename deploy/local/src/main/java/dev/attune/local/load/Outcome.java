package dev.attune.local.load;

/**
 * What became of one rating.
 *
 * @param reason why it was refused; empty otherwise
 */
public record Outcome(Kind kind, String reason) {

  static final Outcome ACCEPTED = new Outcome(Kind.ACCEPTED, "");
  static final Outcome REPEATED = new Outcome(Kind.REPEATED, "");
  static final Outcome UNKNOWN = new Outcome(Kind.UNKNOWN, "");

  /** The ways it can go. */
  public enum Kind {
    /** It is on the log. */
    ACCEPTED,
    /** It was on the log already. */
    REPEATED,
    /** It is no legal rating. */
    REFUSED,
    /** Nobody knows yet: send it again. */
    UNKNOWN
  }
}
