package dev.attune.systemtests.check;

import java.util.ArrayList;
import java.util.List;

/** The ids that one recipient saw, over all connections: each follows its predecessor. */
public final class GapFree {
  private GapFree() {}

  /**
   * What is wrong.
   *
   * @param after the id after which the recipient began to listen
   * @param ids in the order of arrival
   */
  public static List<Breach> breaches(long after, List<Long> ids) {
    var breaches = new ArrayList<Breach>();
    long previous = after;
    for (long id : ids) {
      if (id <= previous) {
        breaches.add(new Breach("told again or out of order", Long.toString(id)));
      } else if (id > previous + 1) {
        breaches.add(new Breach("missed after " + previous, Long.toString(id)));
      }
      previous = Math.max(previous, id);
    }
    return List.copyOf(breaches);
  }
}
