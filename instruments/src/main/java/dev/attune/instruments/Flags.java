package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates what one rating by itself can show. Cut-offs are compared with the rounded score. */
record Flags(Instrument instrument, Respondent respondent) {

  /** What a rating shows, in the order of the definition. */
  List<RaisedFlag> raised(Observation seen) {
    List<RaisedFlag> raised = new ArrayList<>();
    for (FlagRule rule : instrument.flags()) {
      switch (rule.when()) {
        case Condition.BeyondCutoff when -> {
          if (isBeyond(when, seen.scales())) {
            raised.add(raise(rule, null));
          }
        }
        case Condition.OneItem when ->
            addItem(raised, rule, when.item(), when.comparator(), when.value(), seen.keyed());
        case Condition.AnyItem when -> {
          for (int item = 1; item <= seen.keyed().size(); item++) {
            addItem(raised, rule, item, when.comparator(), when.value(), seen.keyed());
          }
        }
        case Condition.StraightLine when -> {
          if (isContradiction(when, seen)) {
            raised.add(raise(rule, null));
          }
        }
      }
    }
    return raised;
  }

  /**
   * @param raw answers in item order; empty where only totals are known
   * @param keyed the same after reversal
   */
  record Observation(
      List<? extends @Nullable BigDecimal> raw,
      List<? extends @Nullable BigDecimal> keyed,
      List<ScaleResult> scales) {}

  private static RaisedFlag raise(FlagRule rule, @Nullable Integer item) {
    return new RaisedFlag(rule.code(), rule.severity(), item);
  }

  private static void addItem(
      List<RaisedFlag> raised,
      FlagRule rule,
      int item,
      Comparator comparator,
      BigDecimal limit,
      List<? extends @Nullable BigDecimal> keyed) {
    BigDecimal answer = item <= keyed.size() ? keyed.get(item - 1) : null;
    if (answer != null && comparator.holds(answer, limit)) {
      raised.add(raise(rule, item));
    }
  }

  private boolean isBeyond(Condition.BeyondCutoff when, List<ScaleResult> scales) {
    Optional<Cutoff> cutoff = instrument.cutoff(when.cutoff(), respondent);
    if (cutoff.isEmpty()) {
      return false;
    }
    for (ScaleResult scale : scales) {
      BigDecimal value = scale.value();
      if (value != null && scale.scale().equals(cutoff.get().scale())) {
        return cutoff.get().comparator().holds(value, cutoff.get().value());
      }
    }
    return false;
  }

  /** One raw answer throughout, but more than one after reversal. */
  private static boolean isContradiction(Condition.StraightLine when, Observation seen) {
    int answered = 0;
    BigDecimal firstRaw = null;
    BigDecimal firstKeyed = null;
    boolean contradicts = false;
    for (int i = 0; i < seen.raw().size(); i++) {
      BigDecimal raw = seen.raw().get(i);
      BigDecimal keyed = seen.keyed().get(i);
      if (raw == null || keyed == null) {
        continue;
      }
      answered++;
      firstRaw = firstRaw == null ? raw : firstRaw;
      firstKeyed = firstKeyed == null ? keyed : firstKeyed;
      if (raw.compareTo(firstRaw) != 0) {
        return false;
      }
      contradicts |= keyed.compareTo(firstKeyed) != 0;
    }
    return contradicts && answered >= when.minAnswers();
  }
}
