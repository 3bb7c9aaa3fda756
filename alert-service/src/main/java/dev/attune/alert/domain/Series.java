package dev.attune.alert.domain;

import dev.attune.contracts.Rater;
import dev.attune.contracts.RatingKey;
import java.util.Comparator;

/** All ratings of one rater with one instrument within an episode. */
public record Series(String instrument, Rater rater) {

  /** By instrument, perspective and id of the rater. */
  public static final Comparator<Series> ORDER =
      Comparator.comparing(Series::instrument)
          .thenComparing(series -> series.rater().perspective())
          .thenComparing(series -> series.rater().id());

  /** The series that a rating belongs to. */
  public static Series of(RatingKey key) {
    return new Series(key.instrument(), new Rater(key.perspective(), key.rater()));
  }

  /** Its name within the episode, part of an alert's identity. */
  String text() {
    return instrument + "/" + rater.perspective() + "/" + rater.id();
  }
}
