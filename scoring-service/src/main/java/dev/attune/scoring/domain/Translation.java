package dev.attune.scoring.domain;

import dev.attune.contracts.Flag;
import dev.attune.contracts.Population;
import dev.attune.contracts.ScaleScore;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.Severity;
import dev.attune.instruments.AgeBand;
import dev.attune.instruments.FlagRule;
import dev.attune.instruments.Perspective;
import dev.attune.instruments.RaisedFlag;
import dev.attune.instruments.ScaleResult;
import dev.attune.instruments.Scored;

/** The words of the log in those of the catalogue, and back. */
final class Translation {

  private Translation() {}

  static Perspective perspective(dev.attune.contracts.Perspective perspective) {
    return switch (perspective) {
      case CLIENT -> Perspective.CLIENT;
      case THERAPIST -> Perspective.THERAPIST;
      case OBSERVER -> Perspective.OBSERVER;
      case CAREGIVER -> Perspective.CAREGIVER;
      case GROUP_MEMBER -> Perspective.GROUP_MEMBER;
    };
  }

  static AgeBand ages(Population population) {
    return switch (population) {
      case ADULT -> AgeBand.ADULT;
      case ADOLESCENT -> AgeBand.ADOLESCENT;
      case CHILD -> AgeBand.CHILD;
    };
  }

  static ScoreState state(Scored.State state) {
    return switch (state) {
      case COMPLETE -> ScoreState.COMPLETE;
      case PRORATED -> ScoreState.PRORATED;
      case INSUFFICIENT -> ScoreState.INSUFFICIENT;
      case DECLINED -> ScoreState.DECLINED;
    };
  }

  static ScaleScore scale(ScaleResult scale) {
    return new ScaleScore(
        scale.scale(), state(scale.state()), scale.value(), scale.pomp(), scale.missing());
  }

  static Flag flag(RaisedFlag flag) {
    return new Flag(flag.code(), severity(flag.severity()), flag.item());
  }

  private static Severity severity(FlagRule.Level level) {
    return switch (level) {
      case INFO -> Severity.INFO;
      case AMBER -> Severity.AMBER;
      case RED -> Severity.RED;
    };
  }
}
