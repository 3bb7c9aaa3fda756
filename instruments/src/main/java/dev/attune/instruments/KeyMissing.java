package dev.attune.instruments;

import java.util.stream.Collectors;

/** An instrument cannot be scored because its key is not public and no pack defines it. */
public final class KeyMissing extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  KeyMissing(Instrument instrument) {
    super(explain(instrument));
  }

  /** What is missing, and what has to be in it. */
  static String explain(Instrument instrument) {
    return "the pack with the key of %s %s is not installed: it has to define %s"
        .formatted(
            instrument.id(),
            instrument.version(),
            instrument.slots().stream().map(Slot::id).collect(Collectors.joining(", ")));
  }
}
