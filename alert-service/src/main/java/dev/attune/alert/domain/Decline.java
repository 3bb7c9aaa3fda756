package dev.attune.alert.domain;

/**
 * A run of sessions over which deviations below the expectation have been cumulated.
 *
 * @param before what was expected at its first session, in points; latent, so it may lie above the
 *     ceiling
 * @param sessions so many rated ones; none where nothing is cumulated
 */
record Decline(double before, int sessions) {

  static final Decline NONE = new Decline(0, 0);

  /**
   * With the next rated session.
   *
   * @param predicted what was expected of it
   * @param cusum what is cumulated after it
   */
  Decline next(double predicted, double cusum) {
    if (cusum <= 0) {
      return NONE;
    }
    return sessions == 0 ? new Decline(predicted, 1) : new Decline(before, sessions + 1);
  }
}
