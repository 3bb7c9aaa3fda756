package dev.attune.feedback.domain;

import dev.attune.web.Caller;
import dev.attune.web.Role;

/**
 * What a caller may see: an integration its whole tenant, a therapist the episodes of which they
 * are the therapist. What lies outside does not exist for them.
 */
public sealed interface Sight {

  /** The clinic. */
  String tenant();

  /** Who looks. */
  String subject();

  /** Why they may, for the audit. */
  String why();

  /** Every episode of the clinic. */
  record WholeTenant(String tenant, String subject) implements Sight {
    @Override
    public String why() {
      return "integration of the tenant";
    }
  }

  /** The episodes of one therapist. */
  record OwnEpisodes(String tenant, String subject) implements Sight {
    @Override
    public String why() {
      return "therapist of the episode";
    }
  }

  /** What this caller may see. */
  static Sight of(Caller caller) {
    return caller.is(Role.INTEGRATION)
        ? new WholeTenant(caller.tenant(), caller.subject())
        : new OwnEpisodes(caller.tenant(), caller.subject());
  }
}
