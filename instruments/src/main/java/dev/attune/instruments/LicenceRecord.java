package dev.attune.instruments;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A licence that the site holds, as it recorded it.
 *
 * @param instrument the id of the instrument
 * @param number how licensor and licensee refer to it
 * @param licensor who gave it
 * @param licensee who holds it
 * @param electronic whether it lets a screen ask the items
 * @param tenants the clinics that it is for; empty for all of the site
 * @param from the first day on which it holds
 * @param until the last day on which it holds; null where it does not end
 */
public record LicenceRecord(
    String instrument,
    String number,
    String licensor,
    String licensee,
    boolean electronic,
    Set<String> tenants,
    LocalDate from,
    @Nullable LocalDate until) {

  public LicenceRecord {
    tenants = Ordered.set(tenants);
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("a licence ends on or after the day on which it begins");
    }
  }

  /** Whether it is a licence of this instrument for this clinic, on whichever day. */
  boolean isFor(Instrument definition, String tenant) {
    return instrument.equals(definition.id()) && (tenants.isEmpty() || tenants.contains(tenant));
  }

  /** Whether it holds on this day. */
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
