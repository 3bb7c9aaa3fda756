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
 * Everything that was told about an episode, by its ratings and by the EHR, in an order that is the
 * same whatever the order of arrival; {@link Attendance} makes of it which session was the
 * how-manyeth. Immutable.
 *
 * @param series what was rated; no series is empty
 * @param appointments what the EHR tells, by the session's id
 */
public record History(
    String tenant,
    String episode,
    SortedMap<Series, List<Point>> series,
    SortedMap<String, Appointment> appointments) {

  private static final Comparator<Point> AS_HELD =
      Comparator.comparing(Point::session, SessionRef.AS_HELD);

  public History {
    series = Collections.unmodifiableSortedMap(series);
    appointments = Collections.unmodifiableSortedMap(appointments);
  }

  /** An episode of which nothing is known. */
  public static History empty(String tenant, String episode) {
    return new History(tenant, episode, new TreeMap<>(Series.ORDER), new TreeMap<>());
  }

  /** Whether nothing is known (any more). */
  public boolean isEmpty() {
    return isUnrated() && appointments.isEmpty();
  }

  /** Whether no rating is known (any more), so that nothing can be found. */
  boolean isUnrated() {
    return series.isEmpty();
  }

  /** The points of one series. */
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

  /** Whether a rating or an appointment is known of which another history knows nothing. */
  boolean knowsWhatIsUnknownTo(History other) {
    return !other.appointments.keySet().containsAll(appointments.keySet())
        || series.entrySet().stream()
            .anyMatch(rated ->
                rated.getValue().stream()
                    .anyMatch(point -> other.find(rated.getKey(), point.session().id()) == null));
  }

  /** The session at which something opened, as it was held; whoever told of it. */
  @Nullable Point opening(AlertName name) {
    Point own = find(name.series(), name.session());
    if (own != null) {
      return Attendance.of(this).place(own).point();
    }
    for (Series any : series.keySet()) {
      Point rated = find(any, name.session());
      if (rated != null) {
        return Attendance.of(this).place(rated).point();
      }
    }
    Appointment appointment = appointments.get(name.session());
    return appointment == null || isUnrated()
        ? null
        : series.firstEntry().getValue().getFirst().unratedAt(appointment.session());
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

  /** Whether this is what the EHR tells of a session. */
  public boolean holds(Appointment appointment) {
    return appointment.equals(appointments.get(appointment.session().id()));
  }

  /** With what the EHR tells of a session, in place of what it told before. */
  public History with(Appointment appointment) {
    SortedMap<String, Appointment> changed = new TreeMap<>(appointments);
    changed.put(appointment.session().id(), appointment);
    return new History(tenant, episode, series, changed);
  }

  /** Without what the EHR tells of a session. */
  public History withoutAppointment(String session) {
    SortedMap<String, Appointment> changed = new TreeMap<>(appointments);
    changed.remove(session);
    return new History(tenant, episode, series, changed);
  }

  private History replacing(Series of, List<Point> points) {
    SortedMap<Series, List<Point>> changed = new TreeMap<>(series);
    if (points.isEmpty()) {
      changed.remove(of);
    } else {
      changed.put(of, Collections.unmodifiableList(points));
    }
    return new History(tenant, episode, changed, appointments);
  }
}
