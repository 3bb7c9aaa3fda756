package dev.attune.alert.domain;

import dev.attune.contracts.RatingKey;
import dev.attune.contracts.RuleSetRef;
import dev.attune.detection.Norms;
import dev.attune.detection.RuleSet;
import dev.attune.detection.SeriesNorms;
import java.util.ArrayList;
import java.util.List;

/** Judges a whole history by a rule set: the same history is always judged alike. */
public final class Judge {

  private final RuleSet ruleSet;
  private final RuleSetRef reference;

  public Judge(RuleSet ruleSet) {
    this.ruleSet = ruleSet;
    this.reference = new RuleSetRef(ruleSet.id(), ruleSet.version());
  }

  RuleSetRef reference() {
    return reference;
  }

  /** Whether any rule asks for ratings like this one. */
  public boolean watches(RatingKey key) {
    return ruleSet.track(key.instrument(), key.perspective().name()).isPresent();
  }

  /** Everything the rules find, each series in the order of its sessions. */
  List<Finding> findings(History history) {
    List<Finding> found = new ArrayList<>();
    Attendance attendance = Attendance.of(history);
    history
        .series()
        .forEach((series, points) -> found.addAll(findings(series, points, attendance)));
    return found;
  }

  private List<Finding> findings(Series series, List<Point> points, Attendance attendance) {
    String perspective = series.rater().perspective().name();
    return ruleSet
        .track(series.instrument(), perspective)
        .map(track -> {
          Norms norms =
              ruleSet.norms(series.instrument(), perspective).map(SeriesNorms::values).orElse(null);
          var expecting = new Expecting(track, norms);
          return new SeriesJudge(series, track, expecting, attendance, points).judge();
        })
        .orElse(List.of());
  }
}
