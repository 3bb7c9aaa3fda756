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
    Checks.requireText("instrument", instrument);
    Checks.requireText("perspective", perspective);
    Checks.requirePresent("values", values);
    Checks.requirePresent("provenance", provenance);
  }
}
