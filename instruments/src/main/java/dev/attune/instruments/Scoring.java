package dev.attune.instruments;

import dev.attune.instruments.Scored.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Scores ratings: a pure function of the definition and the answers, in exact decimals. */
public final class Scoring {

  private static final BigDecimal T_MEAN = BigDecimal.valueOf(50);
  private static final BigDecimal T_SD = BigDecimal.valueOf(10);
  private static final BigDecimal T_MIN = BigDecimal.valueOf(10);
  private static final BigDecimal T_MAX = BigDecimal.valueOf(90);
  private static final int T_DECIMALS = 1;

  private Scoring() {}

  /** As {@link #score(Instrument, List, Respondent)}, for an adult client about themselves. */
  public static Scored score(Instrument instrument, List<? extends @Nullable BigDecimal> answers) {
    return score(instrument, answers, Respondent.ADULT_CLIENT);
  }

  /**
   * Scores raw answers.
   *
   * @param answers in item order, null where not answered
   * @param respondent decides which cut-offs and norms apply
   * @throws IllegalArgumentException if {@link Answers#faults} finds any
   */
  public static Scored score(
      Instrument instrument, List<? extends @Nullable BigDecimal> answers, Respondent respondent) {
    requireNone(Answers.faults(instrument, answers));
    List<@Nullable BigDecimal> keyed = keyed(instrument, answers);
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Scale scale : instrument.scales()) {
      tallies.put(
          scale.id(),
          scale.agg().ofScales()
              ? Tally.ofScales(scale, instrument, parts(scale, tallies))
              : Tally.ofItems(scale, instrument, keyed));
    }
    return scored(instrument, respondent, tallies.values(), answers, keyed);
  }

  /** As {@link #ofTotals(Instrument, Map, Respondent)}, for an adult client about themselves. */
  public static Scored ofTotals(Instrument instrument, Map<String, BigDecimal> scores) {
    return ofTotals(instrument, scores, Respondent.ADULT_CLIENT);
  }

  /**
   * Completes a rating of which only scores are known. A scale that is neither given nor made of
   * given ones is left out.
   *
   * @param scores by scale id, on the instrument's own metric
   * @throws IllegalArgumentException if {@link Answers#totalFaults} finds any
   */
  public static Scored ofTotals(
      Instrument instrument, Map<String, BigDecimal> scores, Respondent respondent) {
    requireNone(Answers.totalFaults(instrument, scores));
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Scale scale : instrument.scales()) {
      BigDecimal score = scores.get(scale.id());
      if (score != null) {
        tallies.put(scale.id(), Tally.given(scale, Range.of(instrument, scale), score));
      } else if (!scale.of().isEmpty() && tallies.keySet().containsAll(scale.of())) {
        tallies.put(scale.id(), Tally.ofScales(scale, instrument, parts(scale, tallies)));
      }
    }
    return scored(instrument, respondent, tallies.values(), List.of(), List.of());
  }

  private static Scored scored(
      Instrument instrument,
      Respondent respondent,
      Collection<Tally> tallies,
      List<? extends @Nullable BigDecimal> raw,
      List<? extends @Nullable BigDecimal> keyed) {
    List<ScaleResult> scales = tallies.stream().map(Tally::result).toList();
    @Nullable Tally total = null;
    for (Tally tally : tallies) {
      total = tally.scale().id().equals(Scale.TOTAL) ? tally : total;
    }
    Ratio exact = total == null ? null : total.value();
    Norm norm = exact == null ? null : instrument.reference(respondent).orElse(null);
    ScaleResult whole = total == null ? null : total.result();
    return new Scored(
        whole == null ? stateWithoutTotal(instrument, scales) : whole.state(),
        whole == null ? null : whole.value(),
        whole == null ? null : whole.pomp(),
        exact == null || norm == null ? null : t(exact, norm),
        norm == null ? null : norm.versioned(),
        scales,
        new Flags(instrument, respondent).raised(new Flags.Observation(raw, keyed, scales)));
  }

  /**
   * An instrument without a total is as complete as its scales; a missing total is insufficient.
   */
  private static State stateWithoutTotal(Instrument instrument, List<ScaleResult> scales) {
    if (instrument.scale(Scale.TOTAL).isPresent()
        || scales.stream().allMatch(scale -> scale.state() == State.INSUFFICIENT)) {
      return State.INSUFFICIENT;
    }
    return scales.stream().allMatch(scale -> scale.state() == State.COMPLETE)
        ? State.COMPLETE
        : State.PRORATED;
  }

  private static BigDecimal t(Ratio score, Norm norm) {
    Ratio t = score.minus(norm.mean()).times(T_SD).over(norm.sd());
    return t.plus(Ratio.of(T_MEAN)).rounded(T_DECIMALS).max(T_MIN).min(T_MAX);
  }

  static List<@Nullable BigDecimal> keyed(
      Instrument instrument, List<? extends @Nullable BigDecimal> answers) {
    BigDecimal ends = instrument.response().min().add(instrument.response().max());
    List<@Nullable BigDecimal> keyed = new ArrayList<>(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      BigDecimal answer = answers.get(i);
      boolean reversed = answer != null && instrument.reverse().contains(i + 1);
      keyed.add(reversed ? ends.subtract(answer) : answer);
    }
    return keyed;
  }

  private static List<Tally> parts(Scale scale, Map<String, Tally> tallies) {
    return scale.of().stream().map(id -> Objects.requireNonNull(tallies.get(id))).toList();
  }

  private static void requireNone(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the rating does not fit the instrument, number of faults: " + faults.size());
    }
  }
}
