package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a population scores.
 *
 * @param id names the population
 * @param version changes whenever a number does
 * @param scale the id of the scale
 * @param perspective whose ratings
 * @param ages the clients' age
 * @param population who was asked, in words
 * @param reference the row that T scores are computed from: people who begin a treatment
 * @param n how many people
 * @param mean on the instrument's own metric
 * @param sd on the instrument's own metric; null where only the mean is known
 * @param reliability internal consistency (alpha)
 */
public record Norm(
    String id,
    String version,
    String scale,
    Perspective perspective,
    AgeBand ages,
    String population,
    boolean reference,
    @Nullable Integer n,
    BigDecimal mean,
    @Nullable BigDecimal sd,
    @Nullable BigDecimal reliability,
    Grade grade,
    List<Provenance> provenance) {

  public Norm {
    provenance = Ordered.list(provenance);
    if (sd != null && sd.signum() <= 0) {
      throw new IllegalArgumentException("norm " + id + " needs a standard deviation above 0");
    }
  }

  /** Whether T scores are computed from it. */
  public boolean carriesT() {
    return reference && grade != Grade.D && sd != null;
  }

  /** The norm and its version, as a score names them. */
  public String versioned() {
    return id + "@" + version;
  }

  /** How far a norm may be trusted. */
  public enum Grade {
    /** Read in a source. */
    A,
    /** Known with high confidence. */
    B,
    /** Known with medium confidence. */
    C,
    /** A placeholder: never used for a T score. */
    D
  }
}
