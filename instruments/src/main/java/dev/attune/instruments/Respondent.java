package dev.attune.instruments;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who answered about whom, and when: what cut-offs, norms and flags depend on.
 *
 * @param client the age of the client whom the answers are about
 * @param language of the form, ISO 639-1; null where it is not known
 * @param session the number of the session from 1; null where it is not known
 */
public record Respondent(
    Perspective perspective, AgeBand client, @Nullable String language, @Nullable Integer session) {

  /** An adult client about themselves. */
  public static final Respondent ADULT_CLIENT = new Respondent(Perspective.CLIENT, AgeBand.ADULT);

  /** Somebody of whom neither language nor session are known. */
  public Respondent(Perspective perspective, AgeBand client) {
    this(perspective, client, null, null);
  }

  /** Whether something that is made for these is made for this one; an empty set is for all. */
  boolean isAmong(Set<Perspective> perspectives, Set<AgeBand> ages, Set<String> languages) {
    return (perspectives.isEmpty() || perspectives.contains(perspective))
        && (ages.isEmpty() || ages.contains(client))
        && (languages.isEmpty() || (language != null && languages.contains(language)));
  }
}
