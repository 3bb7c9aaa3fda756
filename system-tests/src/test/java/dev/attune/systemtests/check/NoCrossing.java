package dev.attune.systemtests.check;

import java.util.List;
import java.util.Map;

/** Nobody sees anything of another tenant's or therapist's clients. */
public final class NoCrossing {
  private NoCrossing() {}

  /** Whose client somebody is. */
  public record Owner(String tenant, String therapist) {}

  /**
   * Something that a caller got to see.
   *
   * @param where the call or stream it came from
   * @param client whom it is about
   */
  public record Seen(String where, String client) {}

  /**
   * What is wrong.
   *
   * @param viewer who looked
   * @param owners whose client each is; client ids are unique over all tenants of the test
   * @param seen everything the viewer got to see
   */
  public static List<Breach> breaches(Owner viewer, Map<String, Owner> owners, List<Seen> seen) {
    return seen.stream()
        .filter(thing -> !viewer.equals(owners.get(thing.client())))
        .map(thing -> new Breach("seen by another in " + thing.where(), thing.client()))
        .toList();
  }
}
