package dev.attune.contracts;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The therapy session a rating is about.
 *
 * @param id the EHR's id of the session
 * @param number its place among the attended sessions of the episode, from 1, where the sender
 *     knows it
 * @param heldAt when it began
 */
public record SessionRef(
    String id, @Nullable Integer number, Instant heldAt, Setting setting, Delivery delivery) {

  /** Sessions in the order in which they were held, whatever the order of arrival. */
  public static final Comparator<SessionRef> AS_HELD =
      Comparator.comparing(SessionRef::heldAt)
          .thenComparingInt(s -> s.number() == null ? Integer.MAX_VALUE : s.number())
          .thenComparing(SessionRef::id);

  public SessionRef {
    Identifiers.require("session", id);
    Required.field("heldAt", heldAt);
    Required.field("setting", setting);
    Required.field("delivery", delivery);
    if (number != null && number < 1) {
      throw new IllegalArgumentException("a session's number counts from 1, was " + number);
    }
  }
}
