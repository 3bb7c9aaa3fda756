package dev.attune.intake.log;

/** The log did not acknowledge an event. Carries no cause: a producer's messages name hosts. */
public final class NotAcknowledged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  NotAcknowledged(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /** What is known about the event. */
  public enum Reason {
    /** Too many events are under way already; this one was not sent. */
    BUSY,
    /** The tenant has as many under way as one may have; this one was not sent. */
    SHARE_HELD,
    /** The log is out of reach; this one was not sent. */
    OUT_OF_REACH,
    /** Sent, perhaps written: nobody knows. */
    UNKNOWN
  }

  /** What is known about the event. */
  public Reason reason() {
    return reason;
  }
}
