package dev.attune.feedback.read;

import dev.attune.feedback.domain.Sight;

/** The condition by which a query finds only what its caller may see. */
final class Visible {

  private Visible() {}

  /** A condition on episode {@code e} with parameters 1 (tenant) and 2 (subject). */
  static String condition(Sight sight) {
    return switch (sight) {
      case Sight.WholeTenant _ -> "e.tenant = ?1 and cast(?2 as text) is not null";
      case Sight.OwnEpisodes _ -> "e.tenant = ?1 and e.therapist = ?2";
    };
  }
}
