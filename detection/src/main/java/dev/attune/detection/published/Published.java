package dev.attune.detection.published;

import dev.attune.detection.primitives.ReliableChange;
import dev.attune.detection.primitives.SuddenShift;
import dev.attune.detection.published.Criterion.Drop;
import dev.attune.detection.published.Criterion.Return;

/**
 * The presets. Where a source does not say which standard deviation or which window it means, the
 * preset follows the later literature on it; none is "the" criterion of its source.
 */
public final class Published {

  private static final int EVER = Integer.MAX_VALUE;

  /** The generic scatter between clients until a clinic knows its own: 16 % of the range. */
  public static final double GENERIC_SD_OF_RANGE = 0.16;

  private Published() {}

  /** A fall of twice the client's own scatter, back at the old level within three sessions. */
  public static Criterion afterStiles2004() {
    return Drop.ofOneStep(
        "after Stiles 2004", new Bound.Deviations(2, SdKind.CLIENT), new Return.ToLevel(0, 3), 5);
  }

  /** A fall of the sample's mean own scatter; what was lost is regained later. */
  public static Criterion afterStrauss2006() {
    return Drop.ofOneStep(
        "after Strauss 2006",
        new Bound.Deviations(1, SdKind.WITHIN),
        new Return.ToLevel(0, EVER),
        4);
  }

  /**
   * A fall over up to six sessions by the greater of the client's own and the sample's mean own
   * scatter, regained by as much.
   *
   * @param times 1 for mild, 2 for severe ruptures
   */
  public static Criterion afterGumz2012(double times) {
    return new Drop(
        "after Gumz 2012, " + (times >= 2 ? "severe" : "mild"),
        new Bound.Stricter(times, SdKind.CLIENT, SdKind.WITHIN),
        1,
        6,
        new Return.ByBound(EVER),
        5);
  }

  /**
   * A fall by so many points, back within so many points of the old score within five sessions.
   *
   * @param points 1 on a mean of 1 to 7, about 4 on a total of 0 to 40
   * @param backWithin 0.25 on a mean of 1 to 7, about 1 on a total of 0 to 40
   */
  public static Criterion afterStevens2007(double points, double backWithin) {
    return Drop.ofOneStep(
        "after Stevens 2007", new Bound.Points(points), new Return.ToLevel(backWithin, 5), 5);
  }

  /** A reliable fall; a later session reaches the old score. */
  public static Criterion afterMcLaughlin2014(ReliableChange change) {
    return Drop.ofOneStep(
        "after McLaughlin 2014",
        new Bound.Points(change.criterion()),
        new Return.ToLevel(0, EVER),
        3);
  }

  /** A fall of the sample's mean own scatter; regained before the end is a repair. */
  public static Criterion afterLarsson2016() {
    return Drop.ofOneStep(
        "after Larsson 2016",
        new Bound.Deviations(1, SdKind.WITHIN),
        new Return.ToLevel(0, EVER),
        3);
  }

  /** The client's own scatter below the client's own mean. The source asks who noticed it. */
  public static Criterion afterChen2018() {
    return new Criterion.BelowOwnMean(
        "after Chen 2018", new Bound.Deviations(1, SdKind.CLIENT), new Return.None(), 4);
  }

  /** Below the control limit of the client's whole series. */
  public static Criterion afterEubanksCarter2012() {
    return new Criterion.Chart("after Eubanks-Carter 2012", 3, 0, false, 8);
  }

  /** Below a control limit of the client's whole series that was chosen on data. */
  public static Criterion afterLipner2022(double deviations) {
    return new Criterion.Chart("after Lipner 2022", deviations, 0, false, 8);
  }

  /** A sudden loss in the sense of sudden gains; half of it is regained. */
  public static Criterion afterLutz2013(ReliableChange change) {
    return new Criterion.SuddenLoss(
        "after Lutz 2013", SuddenShift.of(change.criterion()), new Return.ByShare(0.5, EVER));
  }

  /**
   * R3 and R4: a fall from one session to the next by so many of the greater of the clinic's own
   * scatter and, from four earlier sessions on, the client's.
   */
  public static Criterion dropAfterGumz2012(double times) {
    return Drop.ofOneStep(
        "after Gumz 2012, drop of " + (times >= 2 ? "two" : "one"),
        soFar(times),
        new Return.ToBound(0.5 / times, 3),
        2);
  }

  /** R5: three falls in a row and more, over a window of six sessions. */
  public static Criterion declineAfterGumz2012() {
    return new Drop("after Gumz 2012, decline", soFar(1), 3, 5, new Return.ToBound(0.5, 3), 4);
  }

  /**
   * R6: below the control limit of five earlier sessions and more.
   *
   * @param leastMovingRange keeps the limit off where the earlier sessions hardly move, in points
   */
  public static Criterion controlAfterLipner2022(double leastMovingRange) {
    return new Criterion.Chart("after Lipner 2022, baseline", 3, leastMovingRange, true, 6);
  }

  private static Bound soFar(double times) {
    return new Bound.StricterSoFar(times, SdKind.TOTAL, 4);
  }
}
