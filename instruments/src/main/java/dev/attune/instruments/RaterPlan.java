package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many trained raters code a session, and how well they have to agree. Their ratings are
 * combined item by item, as a mean.
 *
 * @param min the fewest
 * @param recommended where their agreement is to be known
 * @param iccModel the intraclass correlation that is reported
 * @param iccMin the lowest one that is accepted
 * @param kappaMin the lowest kappa on the presence of marks that is accepted
 * @param reliabilityShare the share of sessions that is coded twice
 */
public record RaterPlan(
    int min,
    int recommended,
    String iccModel,
    BigDecimal iccMin,
    @Nullable BigDecimal kappaMin,
    @Nullable BigDecimal reliabilityShare,
    List<Provenance> provenance) {

  public RaterPlan {
    provenance = Ordered.list(provenance);
  }
}
