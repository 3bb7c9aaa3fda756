package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.StandingRule;
import dev.attune.detection.outcome.ExpectedResponse;
import dev.attune.detection.outcome.ExpectedResponse.Status;
import dev.attune.detection.outcome.OutcomeScale;
import dev.attune.detection.outcome.OutcomeScale.Ending;
import dev.attune.detection.outcome.Signal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * ORS-01 to ORS-03: where the client stands against the first session. Nothing is said where that
 * one was not rated.
 */
final class Outcomes {

  /** Scores are written in tenths: what differs by less is equal. */
  private static final double EQUAL = 1e-9;

  private Outcomes() {}

  static Standing of(StandingRule.Deterioration rule, Rated rated) {
    BigDecimal first = rated.first();
    if (first == null || !isWorse(rule.scale(), first, rated.total())) {
      return Standing.NOTHING;
    }
    double lost = -rule.scale().gain(first.doubleValue(), rated.score());
    boolean isHeavy =
        lost >= rule.severe() - EQUAL || isWorse(rule.scale(), first, rated.previous());
    return Standing.of(isHeavy ? Severity.RED : Severity.AMBER);
  }

  /** A stand-in for the clinic's own expectation must not alarm anybody. */
  static Standing of(StandingRule.OffTrack rule, Rated rated) {
    BigDecimal first = rated.first();
    if (first == null || rated.number() < 2) {
      return Standing.NOTHING;
    }
    ExpectedResponse response = rule.response();
    boolean isCalibrated = response.status() == Status.CALIBRATED;
    Signal signal =
        Signal.of(response, rule.scale(), rated.number(), first.doubleValue(), rated.score());
    return switch (signal) {
      case WHITE, GREEN, UNMARKED -> Standing.NOTHING;
      case YELLOW -> Standing.of(isCalibrated ? Severity.AMBER : Severity.INFO);
      case RED -> Standing.of(isCalibrated ? Severity.RED : Severity.INFO);
    };
  }

  /** Asked once at each checkpoint: at the first rated session that reaches or passes it. */
  static Standing of(StandingRule.NoBenefit rule, Rated rated) {
    BigDecimal first = rated.first();
    if (first == null
        || !rule.scale().isClinical(first.doubleValue())
        || isBetter(rule.scale(), first, rated.total())) {
      return Standing.NOTHING;
    }
    if (isReached(rule.redAtSession(), rated)) {
      return Standing.of(Severity.RED);
    }
    if (isReached(rule.amberAtSession(), rated)) {
      return Standing.of(Severity.AMBER);
    }
    return new Standing(Severity.INFO, isReached(rule.markedAtSession(), rated), true);
  }

  static Numbers numbers(OutcomeScale scale, Rated rated) {
    return Numbers.of(BigDecimal.valueOf(scale.reliableChange()))
        .observed(rated)
        .first(rated.first())
        .sessions(rated.number());
  }

  static Numbers numbers(StandingRule.OffTrack rule, Rated rated) {
    BigDecimal first = rated.first();
    Numbers numbers = numbers(rule.scale(), rated);
    if (first == null) {
      return numbers;
    }
    ExpectedResponse response = rule.response();
    double start = first.doubleValue();
    double above = response.z(rated.number(), start, rated.score());
    return numbers.expected(
        response.expected(rated.number(), start),
        response.deviation(rated.number()),
        rule.scale().lowIsGood() ? above : -above);
  }

  static boolean isBetter(OutcomeScale scale, BigDecimal first, BigDecimal last) {
    return switch (scale.ending(first.doubleValue(), last.doubleValue())) {
      case RECOVERED, IMPROVED -> true;
      case UNCHANGED, DETERIORATED -> false;
    };
  }

  private static boolean isWorse(OutcomeScale scale, BigDecimal first, @Nullable BigDecimal last) {
    return last != null
        && scale.ending(first.doubleValue(), last.doubleValue()) == Ending.DETERIORATED;
  }

  private static boolean isReached(int session, Rated rated) {
    return rated.numberBefore() < session && rated.number() >= session;
  }
}
