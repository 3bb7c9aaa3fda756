package dev.attune.alert.domain;

import dev.attune.detection.Repair;
import dev.attune.detection.Repair.BaselineReset;
import dev.attune.detection.RuleSet;
import dev.attune.detection.RuleSet.Track;
import dev.attune.detection.SeriesRule;
import dev.attune.detection.StrainRule;
import java.util.List;
import java.util.Objects;

/** Rule sets that are not shipped. */
final class RuleSets {

  private static final RuleSet SHIPPED = RuleSet.load("attune-default");

  private RuleSets() {}

  /** The client's SRS judged by other rules. */
  static Judge of(List<? extends SeriesRule> rules, BaselineReset reset) {
    return new Judge(
        new RuleSet(
            "test",
            "1",
            SHIPPED.norms(),
            List.of(new Track("srs", "CLIENT", List.copyOf(rules), repair(reset)))));
  }

  /** The client's ORS judged by other rules, without norms. */
  static Judge withoutNorms(SeriesRule rule) {
    return new Judge(
        new RuleSet(
            "test",
            "1",
            List.of(),
            List.of(new Track("ors", "CLIENT", List.of(rule), repair(BaselineReset.OFFERED)))));
  }

  static Judge erosionOnly() {
    return of(List.of(shipped(StrainRule.Erosion.class)), BaselineReset.OFFERED);
  }

  /** The shipped rules on the client's SRS. */
  static List<SeriesRule> shipped() {
    return SHIPPED.track("srs", "CLIENT").orElseThrow().rules();
  }

  static <T extends SeriesRule> T shipped(Class<T> type) {
    return shipped().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static Repair repair(BaselineReset reset) {
    Repair shipped = Objects.requireNonNull(SHIPPED.track("srs", "CLIENT").orElseThrow().repair());
    return new Repair(
        shipped.family(),
        shipped.regained(),
        shipped.running(),
        shipped.within(),
        shipped.regainedAlone(),
        reset,
        shipped.realRecognised(),
        shipped.wronglyClosed(),
        shipped.provenance());
  }
}
