package dev.attune.instruments.packs;

import dev.attune.instruments.Instrument;
import dev.attune.instruments.Instrument.Status;
import dev.attune.instruments.Range;
import dev.attune.instruments.Scoring;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Scores the lowest, the highest and no answers: what stops here would stop a real rating. */
final class Trial {

  private Trial() {}

  static void check(Instrument instrument, Faults faults) {
    if (instrument.status() == Status.CUSTOM_PACK_REQUIRED) {
      return;
    }
    try {
      Scoring.score(instrument, answers(instrument, Range::min));
      Scoring.score(instrument, answers(instrument, Range::max));
      Scoring.score(instrument, Collections.nCopies(instrument.items().size(), null));
    } catch (RuntimeException e) {
      faults.add("", "cannot be scored (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private static List<BigDecimal> answers(Instrument instrument, Function<Range, BigDecimal> end) {
    return instrument.items().stream()
        .map(item -> end.apply(instrument.responseTo(item).range()))
        .toList();
  }
}
