package dev.attune.instruments;

import java.util.List;

/**
 * A flag that one rating by itself can raise.
 *
 * @param code its name, unique within the instrument
 */
public record FlagRule(String code, Level severity, Condition when, List<Provenance> provenance) {

  public FlagRule {
    provenance = Ordered.list(provenance);
  }

  /** How much a flag weighs. */
  public enum Level {
    INFO,
    AMBER,
    RED
  }
}
