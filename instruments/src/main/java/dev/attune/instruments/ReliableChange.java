package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far two scores must lie apart to be more than measurement error.
 *
 * @param scale the id of the scale
 * @param points the change in points of the instrument's own metric; one as large is reliable
 * @param adopted the one that this project uses
 * @param perspectives for which raters; empty for all
 * @param ages for which clients; empty for all
 * @param cutoff the cut-off that a recovery crosses, where there is one
 * @param confidence two-sided, e.g. 0.95, where the source tells it
 * @param sd the standard deviation it was computed from
 * @param sdOf the norm whose standard deviation that is
 * @param reliability the reliability it was computed from
 * @param reliabilityKind which one that is
 */
public record ReliableChange(
    String scale,
    BigDecimal points,
    boolean adopted,
    Set<Perspective> perspectives,
    Set<AgeBand> ages,
    @Nullable String cutoff,
    @Nullable BigDecimal confidence,
    @Nullable BigDecimal sd,
    @Nullable String sdOf,
    @Nullable BigDecimal reliability,
    @Nullable ReliabilityKind reliabilityKind,
    List<Provenance> provenance) {

  public ReliableChange {
    perspectives = Ordered.set(perspectives);
    ages = Ordered.set(ages);
    provenance = Ordered.list(provenance);
  }

  /** Whether it is made for this respondent. */
  public boolean appliesTo(Respondent respondent) {
    return respondent.isAmong(perspectives, ages, Set.of());
  }

  /** What a reliability was estimated from; the two differ, and so do the points. */
  public enum ReliabilityKind {
    /** Cronbach's alpha: how far the items of one rating agree. */
    INTERNAL_CONSISTENCY,
    /** How far two ratings of people who did not change agree. */
    RETEST
  }
}
