package dev.attune.detection.published;

import dev.attune.detection.primitives.IndividualsChart;
import dev.attune.detection.primitives.SuddenShift;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A criterion that finds ruptures and repairs in one client's series of scores, low being bad. */
public sealed interface Criterion {

  /** Whom it follows, e.g. {@code after Stevens 2007}. */
  String name();

  /** The least number of scores from which it says anything. */
  int leastScores();

  /** The ruptures in order; none where there are too few scores. */
  default List<Rupture> find(List<Double> series, SampleSpread sample) {
    if (series.size() < leastScores()) {
      return List.of();
    }
    List<Rupture> found = new ArrayList<>();
    int session = 0;
    while (session < series.size()) {
      Rupture rupture = at(series, session, sample);
      if (rupture == null) {
        session++;
      } else {
        found.add(rupture);
        session = rupture.repaired().map(repaired -> repaired - 1).orElse(session) + 1;
      }
    }
    return List.copyOf(found);
  }

  /** The rupture at a session, by its place from 0, if there is one. */
  @Nullable Rupture at(List<Double> series, int session, SampleSpread sample);

  /** Scores are written in tenths or hundredths: what differs by less is equal. */
  private static boolean atLeast(double value, double bound) {
    return value >= bound - 1e-9;
  }

  private static @Nullable Integer firstAtLeast(
      List<Double> series, int after, int within, double level) {
    OptionalInt first =
        IntStream.range(after + 1, (int) Math.min(series.size(), after + 1L + within))
            .filter(t -> atLeast(series.get(t), level))
            .findFirst();
    return first.isPresent() ? first.getAsInt() + 1 : null;
  }

  /** When a loss counts as regained. */
  sealed interface Return {

    /** Back to so many points below the score before the loss, within so many sessions. */
    record ToLevel(double pointsBelow, int within) implements Return {}

    /** Back to the score before the loss less so many times the bound of the loss. */
    record ToBound(double times, int within) implements Return {}

    /** Risen from the low by as much as the bound of the loss. */
    record ByBound(int within) implements Return {}

    /** Risen from the low by a share of the loss. */
    record ByShare(double share, int within) implements Return {}

    /** The source names no return within the series. */
    record None() implements Return {}
  }

  private static @Nullable Integer repairedAt(
      Return back, List<Double> series, int low, double lost, double bound) {
    double score = series.get(low);
    double before = score + lost;
    return switch (back) {
      case Return.ToLevel(double below, int within) ->
          firstAtLeast(series, low, within, before - below);
      case Return.ToBound(double times, int within) ->
          firstAtLeast(series, low, within, before - times * bound);
      case Return.ByBound(int within) -> firstAtLeast(series, low, within, score + bound);
      case Return.ByShare(double share, int within) ->
          firstAtLeast(series, low, within, score + share * lost);
      case Return.None() -> null;
    };
  }

  /**
   * The score fell over falling sessions by at least a bound.
   *
   * @param fewestSteps over at least so many steps in a row
   * @param mostSteps over at most so many
   */
  record Drop(
      String name, Bound bound, int fewestSteps, int mostSteps, Return back, int leastScores)
      implements Criterion {

    /** A fall from one session to the next. */
    static Drop ofOneStep(String name, Bound bound, Return back, int leastScores) {
      return new Drop(name, bound, 1, 1, back, leastScores);
    }

    @Override
    public @Nullable Rupture at(List<Double> series, int session, SampleSpread sample) {
      double least = bound.points(series, session, sample);
      for (int steps = 1; steps <= Math.min(mostSteps, session); steps++) {
        int from = session - steps;
        if (series.get(from) <= series.get(from + 1)) {
          return null;
        }
        double lost = series.get(from) - series.get(session);
        if (steps >= fewestSteps && atLeast(lost, least)) {
          return new Rupture(session + 1, lost, repairedAt(back, series, session, lost, least));
        }
      }
      return null;
    }
  }

  /** The score lies so far below the mean of all of the client's scores. Looks ahead. */
  record BelowOwnMean(String name, Bound bound, Return back, int leastScores) implements Criterion {
    @Override
    public @Nullable Rupture at(List<Double> series, int session, SampleSpread sample) {
      double least = bound.points(series, session, sample);
      double lost = mean(series) - series.get(session);
      return atLeast(lost, least)
          ? new Rupture(session + 1, lost, repairedAt(back, series, session, lost, least))
          : null;
    }
  }

  /**
   * The score lies below the lower limit of a chart of single values.
   *
   * @param deviations how far below the mean the limit lies
   * @param leastMovingRange a smaller mean step counts as this one, in points
   * @param baseline whether the chart is of the earlier sessions; else of all, looking ahead
   */
  record Chart(
      String name, double deviations, double leastMovingRange, boolean baseline, int leastScores)
      implements Criterion {
    @Override
    public @Nullable Rupture at(List<Double> series, int session, SampleSpread sample) {
      int known = baseline ? session : series.size();
      if (known < (baseline ? leastScores - 1 : leastScores)) {
        return null;
      }
      IndividualsChart chart =
          IndividualsChart.of(series.subList(0, known), deviations, leastMovingRange);
      double score = series.get(session);
      return score < chart.lower()
          ? new Rupture(
              session + 1,
              chart.mean() - score,
              firstAtLeast(series, session, series.size(), chart.lower()))
          : null;
    }
  }

  /** A sudden and stable loss, told in looking back. */
  record SuddenLoss(String name, SuddenShift shift, Return back) implements Criterion {

    @Override
    public int leastScores() {
      return 4;
    }

    @Override
    public @Nullable Rupture at(List<Double> series, int session, SampleSpread sample) {
      double[] scores = series.stream().mapToDouble(Double::doubleValue).toArray();
      List<SuddenShift.Answer> answers = shift.falls(scores);
      int step = session - 2;
      if (step < 0 || step >= answers.size() || answers.get(step) != SuddenShift.Answer.SUDDEN) {
        return null;
      }
      double lost = scores[session - 1] - scores[session];
      return new Rupture(
          session + 1, lost, repairedAt(back, series, session, lost, shift.cutOff()));
    }
  }

  private static double mean(List<Double> series) {
    return series.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
