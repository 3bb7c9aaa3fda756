package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far two scores must lie apart to be more than measurement error.
 *
 * @param scale the id of the scale
 * @param points the change in points of the instrument's own metric
 * @param adopted the one that this project uses
 * @param confidence two-sided, e.g. 0.95, where the source tells it
 * @param sd the standard deviation it was computed from
 * @param reliability the reliability it was computed from
 */
public record ReliableChange(
    String scale,
    BigDecimal points,
    boolean adopted,
    @Nullable BigDecimal confidence,
    @Nullable BigDecimal sd,
    @Nullable BigDecimal reliability,
    List<Provenance> provenance) {

  public ReliableChange {
    provenance = Ordered.list(provenance);
  }
}
