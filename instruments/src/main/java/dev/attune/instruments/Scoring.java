package dev.attune.instruments;

import dev.attune.instruments.Scored.State;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Scores ratings: a pure function of the definition and the answers, in exact decimals. */
public final class Scoring {

  private static final int T_DECIMALS = 1;

  private Scoring() {}

  /** As {@link #score(Instrument, List, Respondent)}, for an adult client about themselves. */
  public static Scored score(Instrument instrument, List<? extends @Nullable BigDecimal> answers) {
    return score(instrument, answers, Respondent.ADULT_CLIENT);
  }

  /**
   * Scores raw answers, as they were displayed. Those of a system that stores them reversed are
   * turned back by {@link Answers#asDisplayed} before.
   *
   * @param answers in item order, null where not answered
   * @param respondent decides which cut-offs, norms and flags apply
   * @throws KeyMissing if the instrument is scored by a key that does not ship
   * @throws IllegalArgumentException if {@link Answers#faults} finds any
   */
  public static Scored score(
      Instrument instrument, List<? extends @Nullable BigDecimal> answers, Respondent respondent) {
    requireNone(instrument, Answers.faults(instrument, answers));
    return ofItems(instrument, respondent, answers, Keyed.of(instrument, answers));
  }

  /**
   * Scores what several trained raters coded of one session: of each item the mean over those who
   * coded it.
   *
   * @param raters raw answers of each, in item order, null where not codable
   * @throws KeyMissing if the instrument is scored by a key that does not ship
   * @throws IllegalArgumentException if there is no rater, or if one's answers are not legal or
   *     more than another's
   */
  public static Scored ofRaters(
      Instrument instrument,
      List<? extends List<? extends @Nullable BigDecimal>> raters,
      Respondent respondent) {
    if (raters.isEmpty() || raters.stream().map(List::size).distinct().count() > 1) {
      throw new IllegalArgumentException("raters code the same items, and there is at least one");
    }
    for (List<? extends @Nullable BigDecimal> answers : raters) {
      requireNone(instrument, Answers.faults(instrument, answers));
    }
    return ofItems(instrument, respondent, List.of(), Keyed.meanOf(instrument, raters));
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
   * @throws KeyMissing if the instrument is scored by a key that does not ship
   * @throws IllegalArgumentException if {@link Answers#totalFaults} finds any
   */
  public static Scored ofTotals(
      Instrument instrument, Map<String, BigDecimal> scores, Respondent respondent) {
    requireNone(instrument, Answers.totalFaults(instrument, scores));
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Scale scale : instrument.scales()) {
      BigDecimal score = scores.get(scale.id());
      if (score != null) {
        tallies.put(scale.id(), Tally.given(scale, instrument, score));
      } else if (!scale.of().isEmpty() && tallies.keySet().containsAll(scale.of())) {
        tallies.put(scale.id(), Tally.ofScales(scale, instrument, parts(scale, tallies)));
      }
    }
    return scored(instrument, respondent, tallies.values(), List.of(), Keyed.NONE);
  }

  /** The person chose not to rate. */
  public static Scored declined(Instrument instrument) {
    return new Scored(
        instrument.version(), State.DECLINED, null, null, null, null, List.of(), List.of());
  }

  private static Scored ofItems(
      Instrument instrument,
      Respondent respondent,
      List<? extends @Nullable BigDecimal> raw,
      Keyed keyed) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Scale scale : instrument.scales()) {
      tallies.put(
          scale.id(),
          scale.agg().ofScales()
              ? Tally.ofScales(scale, instrument, parts(scale, tallies))
              : Tally.ofItems(scale, instrument, keyed));
    }
    return scored(instrument, respondent, tallies.values(), raw, keyed);
  }

  private static Scored scored(
      Instrument instrument,
      Respondent respondent,
      Collection<Tally> tallies,
      List<? extends @Nullable BigDecimal> raw,
      Keyed keyed) {
    List<ScaleResult> scales = tallies.stream().map(Tally::result).toList();
    @Nullable Tally total = null;
    for (Tally tally : tallies) {
      total = tally.scale().id().equals(Scale.TOTAL) ? tally : total;
    }
    Ratio exact = total == null ? null : total.value();
    Norm norm = exact == null ? null : instrument.reference(respondent).orElse(null);
    ScaleResult whole = total == null ? null : total.result();
    return new Scored(
        instrument.version(),
        whole == null ? stateWithoutTotal(instrument, scales, keyed) : whole.state(),
        whole == null ? null : whole.value(),
        whole == null ? null : whole.pomp(),
        exact == null || norm == null ? null : t(exact, norm),
        norm == null ? null : norm.versioned(),
        scales,
        new Flags(instrument, respondent).raised(new Flags.Observation(raw, keyed, scales)));
  }

  /**
   * An instrument without a total is as complete as its scales, one without scales as its answers;
   * a missing total is insufficient.
   */
  private static State stateWithoutTotal(
      Instrument instrument, List<ScaleResult> scales, Keyed keyed) {
    if (instrument.scales().isEmpty()) {
      boolean complete =
          instrument.items().stream().allMatch(item -> keyed.value(item.number()) != null);
      return complete ? State.COMPLETE : State.INSUFFICIENT;
    }
    if (instrument.scale(Scale.TOTAL).isPresent()
        || scales.stream().allMatch(scale -> scale.state() == State.INSUFFICIENT)) {
      return State.INSUFFICIENT;
    }
    return scales.stream().allMatch(scale -> scale.state() == State.COMPLETE)
        ? State.COMPLETE
        : State.PRORATED;
  }

  private static BigDecimal t(Ratio score, Norm norm) {
    return Tally.t(score, norm.mean(), Objects.requireNonNull(norm.sd())).rounded(T_DECIMALS);
  }

  private static List<Tally> parts(Scale scale, Map<String, Tally> tallies) {
    return scale.of().stream().map(id -> Objects.requireNonNull(tallies.get(id))).toList();
  }

  private static void requireNone(Instrument instrument, List<Fault> faults) {
    if (instrument.status() == Instrument.Status.CUSTOM_PACK_REQUIRED) {
      throw new KeyMissing(instrument);
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the rating does not fit the instrument, number of faults: " + faults.size());
    }
  }
}
