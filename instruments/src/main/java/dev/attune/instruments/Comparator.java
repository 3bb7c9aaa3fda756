package dev.attune.instruments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** On which side of a cut-off a score has to lie; part of each definition, as sources disagree. */
public enum Comparator {
  @JsonProperty("<")
  BELOW,
  @JsonProperty("<=")
  AT_MOST,
  @JsonProperty(">=")
  AT_LEAST,
  @JsonProperty(">")
  ABOVE;

  /** Whether {@code value} lies on this side of {@code limit}. */
  public boolean holds(BigDecimal value, BigDecimal limit) {
    int order = value.compareTo(limit);
    return switch (this) {
      case BELOW -> order < 0;
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
      case ABOVE -> order > 0;
    };
  }
}
