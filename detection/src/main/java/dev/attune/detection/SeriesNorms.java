package dev.attune.detection;

/**
 * The norms of the series of one instrument rated from one perspective.
 *
 * @param instrument the instrument's id
 * @param perspective whose ratings, e.g. {@code CLIENT}
 */
public record SeriesNorms(
    String instrument, String perspective, Norms values, Provenance provenance) {

  public SeriesNorms {
    Rule.requireText("instrument", instrument);
    Rule.requireText("perspective", perspective);
    Rule.requirePresent("values", values);
    Rule.requirePresent("provenance", provenance);
  }
}
