package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The change of a total since an earlier one.
 *
 * @param points later minus earlier, on the instrument's own metric
 * @param change the reliable change it was compared with
 */
public record Change(BigDecimal points, Verdict verdict, ReliableChange change) {

  /** What a change is worth. */
  public enum Verdict {
    /** No more than measurement error may be. */
    NOT_RELIABLE,
    /** Reliably better. */
    IMPROVED,
    /** Reliably better, and across the cut-off. */
    RECOVERED,
    /** Reliably worse. */
    DETERIORATED
  }

  /** Empty where no reliable change is adopted for this respondent. */
  public static Optional<Change> between(
      Instrument instrument, Respondent respondent, BigDecimal earlier, BigDecimal later) {
    return instrument.reliableChange().stream()
        .filter(one -> one.adopted() && one.scale().equals(Scale.TOTAL))
        .filter(one -> one.appliesTo(respondent))
        .findFirst()
        .map(one -> judge(instrument, respondent, one, earlier, later));
  }

  private static Change judge(
      Instrument instrument,
      Respondent respondent,
      ReliableChange change,
      BigDecimal earlier,
      BigDecimal later) {
    BigDecimal points = later.subtract(earlier);
    BigDecimal better =
        instrument.direction() == Direction.HIGH_IS_BETTER ? points : points.negate();
    if (better.abs().compareTo(change.points()) < 0) {
      return new Change(points, Verdict.NOT_RELIABLE, change);
    }
    if (better.signum() < 0) {
      return new Change(points, Verdict.DETERIORATED, change);
    }
    boolean crosses =
        Optional.ofNullable(change.cutoff())
            .flatMap(id -> instrument.cutoff(id, respondent))
            .filter(cutoff -> cutoff.holds(earlier) && !cutoff.holds(later))
            .isPresent();
    return new Change(points, crosses ? Verdict.RECOVERED : Verdict.IMPROVED, change);
  }
}
