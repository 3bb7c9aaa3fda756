package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A cut-off on a scale, for those respondents to whom it applies.
 *
 * @param id what it tells apart; the same id may stand in several rows, for different respondents
 * @param scale the id of the scale
 * @param value the limit on the instrument's own metric
 * @param perspectives for which raters; empty for all
 * @param ages for which clients; empty for all
 * @param languages for which languages of the form; empty for all
 */
public record Cutoff(
    String id,
    String scale,
    Comparator comparator,
    BigDecimal value,
    Set<Perspective> perspectives,
    Set<AgeBand> ages,
    Set<String> languages,
    List<Provenance> provenance) {

  public Cutoff {
    perspectives = Ordered.set(perspectives);
    ages = Ordered.set(ages);
    languages = Ordered.set(languages);
    provenance = Ordered.list(provenance);
  }

  /** Whether the cut-off is made for this respondent. */
  public boolean appliesTo(Respondent respondent) {
    return respondent.isAmong(perspectives, ages, languages);
  }

  /** Whether a score lies on the side that the cut-off is about. */
  public boolean holds(BigDecimal score) {
    return comparator.holds(score, value);
  }
}
