package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.Observed;
import dev.attune.detection.Rule;
import dev.attune.detection.StrainRule;
import java.util.List;
import java.util.Optional;

/** What the strain rules say of one rated session. */
final class Alarms {

  private Alarms() {}

  static Optional<Alarm> of(StrainRule rule, Rated rated, UsualAnswers usual) {
    return switch (rule) {
      case Rule.SuddenDrop drop -> drop(drop, rated, usual);
      case StrainRule.Erosion erosion -> erosion(erosion, rated);
      case StrainRule.BelowOwnMean below -> belowOwnMean(below, rated, usual);
    };
  }

  private static Optional<Alarm> drop(Rule.SuddenDrop rule, Rated rated, UsualAnswers usual) {
    Observed observed = rated.observed();
    return observed == null
        ? Optional.empty()
        : rule.level(observed.z(), rated.number())
            .map(level ->
                new Alarm(
                    rule,
                    Severities.of(level.weight()),
                    rated.shown(observed.predicted()),
                    Numbers.of(level.threshold())
                        .held(rated)
                        .items(lowest(rated, usual))
                        .rates(
                            rule.realAmongSuch(observed.z()).orElse(null),
                            level.falseAlarmsPer100())));
  }

  private static Optional<Alarm> erosion(StrainRule.Erosion rule, Rated rated) {
    Observed observed = rated.observed();
    return observed == null || !rule.watch().isTold(observed)
        ? Optional.empty()
        : Optional.of(
            new Alarm(
                rule,
                Severities.of(rule.weight()),
                rated.shown(rated.decline().before()),
                Numbers.of(Micros.decimal(rule.enough()))
                    .held(rated)
                    .cumulated(observed.cusum())
                    .sessions(rated.decline().sessions())
                    .rates(rule.realAmongSuch(), rule.falseAlarmsPer100())));
  }

  private static Optional<Alarm> belowOwnMean(
      StrainRule.BelowOwnMean rule, Rated rated, UsualAnswers usual) {
    return rated
        .own()
        .weight(rated.score(), rule.bounds())
        .map(weight -> {
          Severity severity = Severities.of(weight);
          Numbers numbers =
              Numbers.of(rule.threshold(weight))
                  .held(rated)
                  .items(lowest(rated, usual))
                  .rates(null, rule.falseAlarms(weight));
          return new Alarm(
              rule,
              severity,
              rated.ownMean(),
              rated.observed() == null ? numbers.expected(rated.ownMean()) : numbers);
        });
  }

  private static List<ItemSign> lowest(Rated rated, UsualAnswers usual) {
    return Items.lowest(rated.point(), usual);
  }
}
