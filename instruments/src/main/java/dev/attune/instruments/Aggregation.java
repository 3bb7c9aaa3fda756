package dev.attune.instruments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the parts of a scale become one number. */
public enum Aggregation {
  /** The mean of the answered items times the number of items. */
  @JsonProperty("sum")
  SUM(false),
  /** The mean of the answered items. */
  @JsonProperty("mean")
  MEAN(false),
  /** The mean of the answered items as percent of maximum possible, 0 to 100. */
  @JsonProperty("pomp_mean")
  POMP_MEAN(false),
  /** The mean of the answered items, each standardised, as T score: 50 + 10 times the mean of z. */
  @JsonProperty("t_mean")
  T_MEAN(false),
  /** The sum of scales, each prorated by itself. */
  @JsonProperty("sum_of_scales")
  SUM_OF_SCALES(true),
  /** The mean of scales of one range, each prorated by itself. */
  @JsonProperty("mean_of_scales")
  MEAN_OF_SCALES(true),
  /** As before, each scale weighted by the number of its items. */
  @JsonProperty("weighted_mean_of_scales")
  WEIGHTED_MEAN_OF_SCALES(true);

  private final boolean ofScales;

  Aggregation(boolean ofScales) {
    this.ofScales = ofScales;
  }

  /** Whether the parts are scales, not items. */
  public boolean ofScales() {
    return ofScales;
  }
}
