package dev.attune.detection.published;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rupture as a published criterion defines it. Whether the alliance was strained is another
 * question.
 *
 * @param session its number in the series, from 1
 * @param lost in points
 * @param repairedAt the number of the session at which the criterion holds it for repaired
 */
public record Rupture(int session, double lost, @Nullable Integer repairedAt) {

  /** The session at which it was repaired, if it was. */
  public Optional<Integer> repaired() {
    return Optional.ofNullable(repairedAt);
  }
}
