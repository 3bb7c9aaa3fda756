package dev.attune.alert.domain;

import dev.attune.contracts.SessionRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was rated in an episode, each series in the order in which its sessions were
 * held, whatever the order of arrival. Immutable.
 *
 * @param series no series is empty
 */
public record History(String tenant, String episode, SortedMap<Series, List<Point>> series) {

  private static final Comparator<Point> AS_HELD =
      Comparator.comparing(Point::session, SessionRef.AS_HELD);

  public History {
    series = Collections.unmodifiableSortedMap(series);
  }

  /** An episode of which nothing is known. */
  public static History empty(String tenant, String episode) {
    return new History(tenant, episode, new TreeMap<>(Series.ORDER));
  }

  /** Whether nothing is known (any more). */
  public boolean isEmpty() {
    return series.isEmpty();
  }

  /** The points of one series, as held. */
  public List<Point> points(Series of) {
    return series.getOrDefault(of, List.of());
  }

  /** What a series says about a session, if anything. */
  public @Nullable Point find(Series of, String session) {
    for (Point point : points(of)) {
      if (point.session().id().equals(session)) {
        return point;
      }
    }
    return null;
  }

  /** Whether this is what a series says about a session. */
  public boolean holds(Series of, Point point) {
    return point.equals(find(of, point.session().id()));
  }

  /** With a point added, or in place of what was known about its session. */
  public History with(Series of, Point point) {
    List<Point> points = new ArrayList<>(points(of));
    points.removeIf(known -> known.session().id().equals(point.session().id()));
    int place = Collections.binarySearch(points, point, AS_HELD);
    points.add(place < 0 ? -place - 1 : place, point);
    return replacing(of, points);
  }

  /** Without what a series says about a session. */
  public History without(Series of, String session) {
    List<Point> points = new ArrayList<>(points(of));
    points.removeIf(known -> known.session().id().equals(session));
    return replacing(of, points);
  }

  private History replacing(Series of, List<Point> points) {
    SortedMap<Series, List<Point>> changed = new TreeMap<>(series);
    if (points.isEmpty()) {
      changed.remove(of);
    } else {
      changed.put(of, Collections.unmodifiableList(points));
    }
    return new History(tenant, episode, changed);
  }
}
