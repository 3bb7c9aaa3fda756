package dev.attune.local.load;

/** A row that tells of no rating; the message says why and repeats nothing of it. */
final class RowRefused extends Exception {

  private static final long serialVersionUID = 1L;

  RowRefused(String reason) {
    super(reason);
  }

  /** Why. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
