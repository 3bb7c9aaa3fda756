package dev.attune.alert.domain;

import dev.attune.alert.domain.Attendance.Placed;
import dev.attune.detection.ErosionWatch;
import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.OwnMean;
import dev.attune.detection.Repair;
import dev.attune.detection.RuleSet.Track;
import dev.attune.detection.StrainRule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds each rating of a series against what the earlier ones let expect. Used once. */
final class Expecting {

  private final List<ErosionWatch> watches;
  private final boolean startsAnew;
  private final double ceiling;
  private @Nullable Expectation expectation;
  private OwnMean own = OwnMean.EMPTY;
  private Decline decline = Decline.NONE;
  private @Nullable BigDecimal first;
  private @Nullable BigDecimal previous;
  private int numberBefore;

  Expecting(Track track, @Nullable Norms norms) {
    Repair repair = track.repair();
    this.watches =
        track.rules().stream()
            .filter(StrainRule.Erosion.class::isInstance)
            .map(rule -> ((StrainRule.Erosion) rule).watch())
            .toList();
    this.startsAnew = repair != null && repair.baselineReset() == Repair.BaselineReset.AUTOMATIC;
    this.ceiling = norms == null ? Double.POSITIVE_INFINITY : norms.ceiling();
    this.expectation = norms == null ? null : Expectation.of(norms);
  }

  /** The highest score, in points; infinite where it is not known. */
  double ceiling() {
    return ceiling;
  }

  /** The next session held against the expectation; nothing where it has no total. */
  @Nullable Rated see(Placed placed, boolean isLast) {
    Point point = placed.point();
    BigDecimal total = point.total();
    if (total == null) {
      return null;
    }
    Observed observed =
        expectation == null ? null : expectation.observe(placed.number(), total.doubleValue());
    if (observed != null) {
      decline = decline.next(observed.predicted(), observed.cusum());
      expectation = observed.next();
    }
    if (own.ratings() == 0 && placed.number() == 1) {
      first = total;
    }
    var rated =
        new Rated(
            point,
            total,
            placed.number(),
            first,
            previous,
            numberBefore,
            observed,
            own,
            decline,
            ceiling,
            isLast);
    numberBefore = placed.number();
    own = own.next(total.doubleValue());
    previous = total;
    if (observed != null && watches.stream().anyMatch(watch -> watch.isTold(observed))) {
      expectation = observed.next().withoutCusum();
      decline = Decline.NONE;
    }
    return rated;
  }

  /** After a strain was left unrepaired the level seems to have changed for good. */
  void settle(boolean leftUnrepaired) {
    if (leftUnrepaired && startsAnew && expectation != null) {
      expectation = expectation.reset();
      decline = Decline.NONE;
    }
  }
}
