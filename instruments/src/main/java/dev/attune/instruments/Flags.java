package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Evaluates what one rating by itself can show. Cut-offs are compared with the rounded score. */
record Flags(Instrument instrument, Respondent respondent) {

  /**
   * @param raw answers in item order; empty where only totals are known or raters are combined
   * @param keyed the same after reversal
   */
  record Observation(
      List<? extends @Nullable BigDecimal> raw, Keyed keyed, List<ScaleResult> scales) {}

  /** What a rating shows, in the order of the definition. */
  List<RaisedFlag> raised(Observation seen) {
    List<RaisedFlag> raised = new ArrayList<>();
    for (FlagRule rule : instrument.flags()) {
      if (isAboutItems(rule.when())) {
        items(rule.when(), seen).forEach(item -> raised.add(raise(rule, item)));
      } else if (holds(rule.when(), seen)) {
        raised.add(raise(rule, null));
      }
    }
    return raised;
  }

  private static RaisedFlag raise(FlagRule rule, @Nullable Integer item) {
    return new RaisedFlag(rule.code(), rule.severity(), item);
  }

  private static boolean isAboutItems(Condition when) {
    return switch (when) {
      case Condition.OneItem _, Condition.AnyItem _ -> true;
      case Condition.BeyondCutoff _,
          Condition.StraightLine _,
          Condition.AtSession _,
          Condition.AllOf _ ->
          false;
    };
  }

  private boolean holds(Condition condition, Observation seen) {
    return switch (condition) {
      case Condition.BeyondCutoff when -> isBeyond(when, seen.scales());
      case Condition.OneItem _, Condition.AnyItem _ -> items(condition, seen).findAny().isPresent();
      case Condition.StraightLine when -> isContradiction(when, seen);
      case Condition.AtSession when -> {
        Integer session = respondent.session();
        yield session != null && when.comparator().holds(BigDecimal.valueOf(session), when.value());
      }
      case Condition.AllOf all -> all.of().stream().allMatch(one -> holds(one, seen));
    };
  }

  /** The items that a condition on items holds for. */
  private IntStream items(Condition condition, Observation seen) {
    return switch (condition) {
      case Condition.OneItem when ->
          IntStream.of(when.item())
              .filter(item -> seen.keyed().holds(item, when.comparator(), when.value()));
      case Condition.AnyItem when ->
          (when.items().isEmpty()
                  ? IntStream.rangeClosed(1, instrument.items().size())
                  : when.items().stream().mapToInt(Integer::intValue))
              .filter(item -> seen.keyed().holds(item, when.comparator(), when.value()));
      case Condition.BeyondCutoff _,
          Condition.StraightLine _,
          Condition.AtSession _,
          Condition.AllOf _ ->
          IntStream.empty();
    };
  }

  private boolean isBeyond(Condition.BeyondCutoff when, List<ScaleResult> scales) {
    Optional<Cutoff> cutoff = instrument.cutoff(when.cutoff(), respondent);
    if (cutoff.isEmpty()) {
      return false;
    }
    for (ScaleResult scale : scales) {
      BigDecimal value = scale.value();
      if (value != null && scale.scale().equals(cutoff.get().scale())) {
        return cutoff.get().holds(value);
      }
    }
    return false;
  }

  /** One raw answer throughout, but more than one after reversal. */
  private boolean isContradiction(Condition.StraightLine when, Observation seen) {
    int answered = 0;
    BigDecimal firstRaw = null;
    BigDecimal firstKeyed = null;
    boolean contradicts = false;
    for (int i = 0; i < Math.min(seen.raw().size(), instrument.items().size()); i++) {
      BigDecimal raw = seen.raw().get(i);
      BigDecimal keyed = seen.keyed().value(i + 1);
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
