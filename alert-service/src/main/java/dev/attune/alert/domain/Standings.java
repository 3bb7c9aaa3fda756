package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.Expectation;
import dev.attune.detection.Observed;
import dev.attune.detection.StandingRule;

/** What the standing rules say at a rated session. */
final class Standings {

  private Standings() {}

  static Standing of(StandingRule rule, Rated rated) {
    return switch (rule) {
      case StandingRule.StandingLow low -> low(low, rated);
      case StandingRule.Deterioration worse -> Outcomes.of(worse, rated);
      case StandingRule.OffTrack slower -> Outcomes.of(slower, rated);
      case StandingRule.NoBenefit none -> Outcomes.of(none, rated);
    };
  }

  static Numbers numbers(StandingRule rule, Rated rated) {
    Numbers numbers =
        switch (rule) {
          case StandingRule.StandingLow low ->
              Numbers.of(low.below())
                  .observed(rated)
                  .expected(level(rated))
                  .sessions(rated.earlier() + 1);
          case StandingRule.Deterioration worse -> Outcomes.numbers(worse.scale(), rated);
          case StandingRule.OffTrack slower -> Outcomes.numbers(slower, rated);
          case StandingRule.NoBenefit none -> Outcomes.numbers(none.scale(), rated);
        };
    return numbers.rates(rule.realAmongSuch(), rule.falseAlarmsPer100());
  }

  private static Standing low(StandingRule.StandingLow rule, Rated rated) {
    Observed observed = rated.observed();
    if (observed == null || rated.number() < rule.fromSession()) {
      return Standing.NOTHING;
    }
    double limit = rule.below().doubleValue();
    Expectation known = observed.next();
    boolean isLow = known.predicted(rated.number()) < limit;
    boolean isSure = known.doubtThatBelow(limit, rated.number()) < rule.doubtBelow();
    return new Standing(Severity.AMBER, isLow && isSure, isLow);
  }

  /** The person's own level as it is known after the session, in points. */
  private static double level(Rated rated) {
    Observed observed = rated.observed();
    return observed == null ? rated.score() : observed.next().predicted(rated.number());
  }
}
