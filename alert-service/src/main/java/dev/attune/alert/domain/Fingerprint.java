package dev.attune.alert.domain;

import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Evidence.ItemEvidence;
import dev.attune.contracts.RuleSetRef;
import dev.attune.contracts.SessionRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 64 bits over everything an alert would say, so that an unchanged one need not be written to be
 * recognised. The same in every run and on every machine.
 */
final class Fingerprint {

  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final int CHARACTER = 31;

  private long hash;

  private Fingerprint() {}

  static long of(Finding finding, RuleSetRef ruleSet) {
    var print = new Fingerprint();
    print.add(ruleSet.id()).add(ruleSet.version()).add(finding.rule().id());
    print.add(finding.at().client()).add(finding.at().therapist()).add(finding.at().session());
    print.add(finding.resetOffered() ? 1 : 0).add(Double.doubleToLongBits(finding.ceiling()));
    print.add(finding.evidence());
    finding.steps().forEach(print::add);
    return print.hash;
  }

  private void add(Evidence of) {
    add(of.observed()).add(of.expected()).add(of.deviation()).add(of.z()).add(of.tailProbability());
    add(of.previous()).add(of.threshold()).add(of.earlierSessions());
    add(of.realAmongSuch()).add(of.falseAlarmsPer100());
    add(of.first()).add(of.cumulated()).add(of.sessions()).add(of.other()).add(of.otherZ());
    List<ItemEvidence> items = of.items();
    if (items != null) {
      items.forEach(this::add);
    }
  }

  private void add(ItemEvidence item) {
    add(item.item()).add(item.answer()).add(item.usual()).add(item.highlighted() ? 1 : 0);
  }

  private void add(AlertStep step) {
    add(step.status().name()).add(step.severity().name()).add(step.session());
  }

  private Fingerprint add(SessionRef session) {
    Integer number = session.number();
    Instant heldAt = session.heldAt();
    return add(session.id())
        .add(number == null ? 0 : number)
        .add(heldAt.getEpochSecond())
        .add(heldAt.getNano())
        .add(session.setting().name())
        .add(session.delivery().name());
  }

  private Fingerprint add(@Nullable BigDecimal number) {
    return number == null
        ? add(Long.MIN_VALUE)
        : add(number.scale()).add(number.unscaledValue().longValue());
  }

  private Fingerprint add(@Nullable Integer count) {
    return add(count == null ? Long.MIN_VALUE : (long) count);
  }

  private Fingerprint add(String text) {
    long sum = text.length();
    for (int i = 0; i < text.length(); i++) {
      sum = CHARACTER * sum + text.charAt(i);
    }
    return add(sum);
  }

  /** One round of SplitMix64. */
  private Fingerprint add(long value) {
    long mixed = hash + STEP + value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    hash = mixed ^ (mixed >>> 31);
    return this;
  }
}
