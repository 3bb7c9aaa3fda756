package dev.attune.alert.domain;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.RuleSetRef;
import dev.attune.contracts.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what the rules found into the form that other services read. */
record AlertWriting(String tenant, String episode, RuleSetRef ruleSet) {

  /** What the history tells. */
  Alert standing(AlertKey key, long revision, Finding finding) {
    return write(
        key,
        revision,
        finding.name(),
        finding.rule().id(),
        finding.severity(),
        finding.at(),
        finding.evidence(),
        Wording.of(finding),
        finding.rule().suggestion(),
        finding.resetOffered(),
        finding.steps());
  }

  /** What the history no longer tells; the numbers stay, so that what was said can be checked. */
  Alert retracted(AlertKey key, Published last, Finding said) {
    List<AlertStep> steps = new ArrayList<>(said.steps());
    steps.add(retraction(said.severity(), said.at()));
    return write(
        key,
        last.revision(),
        said.name(),
        said.rule().id(),
        said.severity(),
        said.at(),
        said.evidence(),
        Wording.RETRACTED,
        null,
        false,
        steps);
  }

  /** What rested on an erased rating, or on rules that are gone: no number stays. */
  Alert emptied(AlertKey key, Published last, Point at) {
    return write(
        key,
        last.revision(),
        last.name(),
        last.rule(),
        last.severity(),
        at,
        Evidence.NONE,
        Wording.RETRACTED,
        null,
        false,
        List.of(retraction(last.severity(), at)));
  }

  private static AlertStep retraction(Severity severity, Point at) {
    return new AlertStep(AlertStatus.RETRACTED, severity, at.session());
  }

  private Alert write(
      AlertKey key,
      long revision,
      AlertName name,
      String rule,
      Severity severity,
      Point at,
      Evidence evidence,
      String explanation,
      @Nullable String suggestion,
      boolean resetOffered,
      List<AlertStep> steps) {
    return new Alert(
        tenant,
        episode,
        at.client(),
        at.therapist(),
        key.alert(),
        revision,
        name.family(),
        rule,
        ruleSet,
        severity,
        steps.getLast().status(),
        name.series().instrument(),
        name.series().rater(),
        at.session(),
        evidence,
        explanation,
        suggestion,
        resetOffered,
        steps);
  }
}
