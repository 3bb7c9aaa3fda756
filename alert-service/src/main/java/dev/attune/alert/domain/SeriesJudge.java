package dev.attune.alert.domain;

import dev.attune.alert.domain.Attendance.Placed;
import dev.attune.contracts.SessionRef;
import dev.attune.detection.Rule;
import dev.attune.detection.RuleSet.Track;
import dev.attune.detection.SeriesRule;
import dev.attune.detection.StandingRule;
import dev.attune.detection.StrainRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges one series by the rules of its track, session by session. Used once. */
final class SeriesJudge {

  private final Series series;
  private final Track track;
  private final Attendance attendance;
  private final Map<String, Point> points = new HashMap<>();
  private final Map<String, StrainCourse> strains = new LinkedHashMap<>();
  private final List<StandingCourse> standing = new ArrayList<>();
  private final List<UnratedCourse> unrated = new ArrayList<>(1);
  private final Marks marks;
  private final UsualAnswers usual = new UsualAnswers();
  private final List<Finding> found = new ArrayList<>();
  private final Expecting expecting;
  private @Nullable Point latest;

  SeriesJudge(
      Series series, Track track, Expecting expecting, Attendance attendance, List<Point> told) {
    this.series = series;
    this.track = track;
    this.attendance = attendance;
    this.expecting = expecting;
    this.marks = new Marks(series, expecting.ceiling());
    told.forEach(point -> points.put(point.session().id(), point));
    track.rules().forEach(this::prepare);
  }

  private void prepare(SeriesRule rule) {
    switch (rule) {
      case StrainRule strain -> strains.computeIfAbsent(strain.family(), this::strainCourse);
      case StandingRule lasting -> standing.add(new StandingCourse(series, lasting));
      case SeriesRule.Unrated missing ->
          unrated.add(new UnratedCourse(series, missing, expecting.ceiling()));
      case Rule.Mark _ -> {}
    }
  }

  private StrainCourse strainCourse(String family) {
    List<StrainRule> rules =
        track.rules().stream()
            .filter(StrainRule.class::isInstance)
            .map(StrainRule.class::cast)
            .filter(rule -> rule.family().equals(family))
            .toList();
    return new StrainCourse(series, rules, Objects.requireNonNull(track.repair()));
  }

  List<Finding> judge() {
    String lastRated = lastRated();
    for (SessionRef session : attendance.sessions()) {
      Point point = points.get(session.id());
      if (point == null) {
        seeUnrated(session, null);
      } else {
        see(attendance.place(point), session.id().equals(lastRated));
      }
    }
    standing.forEach(course -> course.end(found::add));
    unrated.forEach(course -> course.end(found::add));
    return found;
  }

  private @Nullable String lastRated() {
    for (SessionRef session : attendance.sessions().reversed()) {
      Point point = points.get(session.id());
      if (point != null && point.total() != null) {
        return session.id();
      }
    }
    return null;
  }

  private void see(Placed placed, boolean isLast) {
    Point point = placed.point();
    Rated rated = expecting.see(placed, isLast);
    if (point.isAnswered()) {
      unrated.forEach(course -> course.seeRated(point, found::add));
    }
    for (SeriesRule rule : track.rules()) {
      marks.of(rule, point, rated, usual).ifPresent(found::add);
    }
    if (rated != null) {
      boolean leftUnrepaired = false;
      for (StrainCourse course : strains.values()) {
        leftUnrepaired |= course.see(rated, usual, found::add);
      }
      standing.forEach(course -> course.see(rated, found::add));
      expecting.settle(leftUnrepaired);
    }
    usual.add(point);
    latest = point;
    if (!point.isAnswered()) {
      seeUnrated(point.session(), point);
    }
  }

  /** The last attended session does not count: its rating may be on its way. */
  private void seeUnrated(SessionRef session, @Nullable Point declined) {
    Point before = latest;
    if (before == null || session.equals(attendance.sessions().getLast())) {
      return;
    }
    Point at = declined == null ? before.unratedAt(session) : declined;
    boolean whileOpen =
        strains.values().stream().anyMatch(StrainCourse::isOpen)
            || standing.stream().anyMatch(StandingCourse::isOpen);
    unrated.forEach(course -> course.seeUnrated(at, whileOpen, found::add));
  }
}
