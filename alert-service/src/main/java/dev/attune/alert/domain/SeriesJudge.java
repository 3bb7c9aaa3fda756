package dev.attune.alert.domain;

import dev.attune.alert.domain.Attendance.Placed;
import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.Rule;
import dev.attune.detection.RuleSet.Track;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges one series by the rules of its track, session by session. Used once. */
final class SeriesJudge {

  private final Series series;
  private final Track track;
  private final List<Placed> points;
  private final int lastRated;
  private final Map<String, DropCourse> courses = new HashMap<>(2);
  private final UsualAnswers usual = new UsualAnswers();
  private final List<Finding> found = new ArrayList<>();
  private final double ceiling;
  private Expectation expectation;
  private @Nullable BigDecimal previous;
  private int earlier;

  SeriesJudge(Series series, Track track, Norms norms, List<Placed> points) {
    this.series = series;
    this.track = track;
    this.points = points;
    this.lastRated = lastRated(points);
    this.expectation = Expectation.of(norms);
    this.ceiling = norms.ceiling();
  }

  List<Finding> judge() {
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i).point();
      Rated rated = rated(points.get(i), i == lastRated);
      for (Rule rule : track.rules()) {
        ask(rule, point, rated);
      }
      usual.add(point);
    }
    return found;
  }

  private static int lastRated(List<Placed> points) {
    int last = points.size() - 1;
    while (last >= 0 && points.get(last).point().total() == null) {
      last--;
    }
    return last;
  }

  private @Nullable Rated rated(Placed placed, boolean isLast) {
    Point point = placed.point();
    BigDecimal total = point.total();
    if (total == null) {
      return null;
    }
    int number = placed.number();
    Observed observed = expectation.observe(number, total.doubleValue());
    var rated = new Rated(point, total, number, earlier, previous, observed, ceiling, isLast);
    expectation = observed.next();
    previous = total;
    earlier++;
    return rated;
  }

  private void ask(Rule rule, Point point, @Nullable Rated rated) {
    switch (rule) {
      case Rule.SuddenDrop drop -> {
        if (rated != null) {
          course(drop).see(rated, usual, found::add);
        }
      }
      case Rule.BelowCutOff cutOff -> {
        if (rated != null && Tenths.isBelow(rated.total(), cutOff.cutOff())) {
          mark(cutOff, cutOff.cutOff(), point, rated, List.of());
        }
      }
      case Rule.LowItem low -> {
        List<ItemSign> items = Items.low(point, low, usual);
        if (!items.isEmpty()) {
          mark(low, low.below(), point, rated, items);
        }
      }
      case Rule.PointDrop drop -> {
        if (rated != null
            && rated.previous() != null
            && Tenths.fellBy(drop.atLeast(), rated.previous(), rated.total())) {
          mark(drop, drop.atLeast(), point, rated, List.of());
        }
      }
    }
  }

  private DropCourse course(Rule.SuddenDrop rule) {
    return courses.computeIfAbsent(rule.id(), id -> new DropCourse(series, rule, track.repair()));
  }

  private void mark(
      Rule.Mark rule,
      BigDecimal threshold,
      Point point,
      @Nullable Rated rated,
      List<ItemSign> items) {
    found.add(
        new Finding(
            series,
            rule,
            rule.id(),
            point,
            rated,
            threshold,
            items,
            rule.realAmongSuch(),
            rule.falseAlarmsPer100(),
            false,
            Finding.noted(point)));
  }
}
