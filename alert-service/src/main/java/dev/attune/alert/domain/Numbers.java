package dev.attune.alert.domain;

import dev.attune.contracts.Evidence;
import dev.attune.contracts.Evidence.ItemEvidence;
import dev.attune.detection.Observed;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the numbers that a finding rests on; a number that is not told does not apply. */
final class Numbers {

  private @Nullable BigDecimal observed;
  private @Nullable Observed expectation;
  private @Nullable BigDecimal expected;
  private @Nullable BigDecimal deviation;
  private @Nullable BigDecimal z;
  private @Nullable BigDecimal previous;
  private @Nullable BigDecimal threshold;
  private @Nullable Integer earlier;
  private List<ItemEvidence> items = List.of();
  private @Nullable BigDecimal real;
  private @Nullable BigDecimal falseAlarms;
  private @Nullable BigDecimal first;
  private @Nullable BigDecimal cumulated;
  private @Nullable Integer sessions;
  private @Nullable BigDecimal other;
  private @Nullable BigDecimal otherZ;

  private Numbers() {}

  static Numbers of(BigDecimal threshold) {
    var numbers = new Numbers();
    numbers.threshold = threshold;
    return numbers;
  }

  static Numbers ofSessions(int sessions) {
    var numbers = new Numbers();
    numbers.sessions = sessions;
    return numbers;
  }

  /** The score, where the session has one. */
  Numbers observed(@Nullable Rated rated) {
    observed = rated == null ? null : rated.total();
    return this;
  }

  /** The score, and all that was expected of it. */
  Numbers held(Rated rated) {
    observed = rated.total();
    expectation = rated.observed();
    previous = rated.previous();
    earlier = rated.earlier();
    return this;
  }

  /** What was expected where no norms tell it. */
  Numbers expected(double points) {
    expected = Micros.decimal(points);
    return this;
  }

  /** What was expected, how far scores scatter around it, and how far below this one lies. */
  Numbers expected(double points, double scatter, double below) {
    expected = Micros.decimal(points);
    deviation = Micros.decimal(scatter);
    z = Micros.decimal(below);
    return this;
  }

  Numbers previous(@Nullable BigDecimal points) {
    previous = points;
    return this;
  }

  Numbers first(@Nullable BigDecimal points) {
    first = points;
    return this;
  }

  Numbers cumulated(double deviations) {
    cumulated = Micros.decimal(deviations);
    return this;
  }

  Numbers sessions(int count) {
    sessions = count;
    return this;
  }

  Numbers items(List<ItemSign> signs) {
    items = signs.stream().map(ItemSign::evidence).toList();
    return this;
  }

  /** What the other one of client and therapist rated, and how far below what was expected. */
  Numbers other(BigDecimal points, @Nullable Double z) {
    other = points;
    otherZ = z == null ? null : Micros.decimal(z);
    return this;
  }

  /** How often such a sign is real, and how often an ordinary session looks like it. */
  Numbers rates(@Nullable BigDecimal realAmongSuch, @Nullable BigDecimal falseAlarmsPer100) {
    real = realAmongSuch;
    falseAlarms = falseAlarmsPer100;
    return this;
  }

  Evidence evidence() {
    Observed held = expectation;
    return new Evidence(
        observed,
        held == null ? expected : Micros.decimal(held.predicted()),
        held == null ? deviation : Micros.decimal(held.deviation()),
        held == null ? z : Micros.decimal(held.z()),
        held == null ? null : Micros.decimal(held.tail()),
        previous,
        threshold,
        earlier,
        items,
        real,
        falseAlarms,
        first,
        cumulated,
        sessions,
        other,
        otherZ);
  }
}
