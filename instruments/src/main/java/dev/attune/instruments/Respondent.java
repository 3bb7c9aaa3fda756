package dev.attune.instruments;

/**
 * Who answered, and how old the client is whom the answers are about: what cut-offs and norms
 * depend on.
 */
public record Respondent(Perspective perspective, AgeBand client) {

  /** An adult client about themselves. */
  public static final Respondent ADULT_CLIENT = new Respondent(Perspective.CLIENT, AgeBand.ADULT);
}
