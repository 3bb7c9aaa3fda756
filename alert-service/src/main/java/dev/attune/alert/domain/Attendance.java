package dev.attune.alert.domain;

import dev.attune.contracts.SessionRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attended sessions of an episode, in the order in which they were held. A session was attended
 * if the EHR says that it was held, or if anybody rated it by any instrument, were it to decline or
 * to answer too little; one that was missed or cancelled, and not rated, was not.
 *
 * <p>Several may tell of one session, and not the same. The order in which they arrived must not
 * matter, so it is no part of the history; what decides is:
 *
 * <ol>
 *   <li>The EHR's record, where it says that the session was held: there the EHR corrects dates and
 *       numbers. One that says missed or cancelled tells nothing of a session that was rated.
 *   <li>Then the rating that was given last.
 *   <li>A number counts wherever it is told: in that record, else in the last rating that has one.
 *       Where none is told, the number is one more than that of the attended session before.
 * </ol>
 */
final class Attendance {

  private static final Comparator<Point> AS_RATED = Comparator.comparing(Point::ratedAt);

  private final List<SessionRef> sessions;
  private final Map<String, Place> places;

  /**
   * A session in its place.
   *
   * @param number its number among the attended sessions, from 1
   */
  private record Place(SessionRef session, int number) {}

  /**
   * A point in its place.
   *
   * @param point with the session as it was held
   * @param number the session's number among the attended ones, from 1
   */
  record Placed(Point point, int number) {}

  private Attendance(List<SessionRef> sessions) {
    this.sessions = sessions;
    this.places = numbered(sessions);
  }

  static Attendance of(History history) {
    // In the order of the series, which is nearly sorted already.
    Map<String, List<Point>> ratings = new LinkedHashMap<>();
    history
        .series()
        .forEach((_, points) ->
            points.forEach(point ->
                ratings.computeIfAbsent(point.session().id(), _ -> new ArrayList<>(2)).add(point)));
    List<SessionRef> attended = new ArrayList<>();
    ratings.forEach(
        (session, told) -> attended.add(session(told, history.appointments().get(session))));
    history
        .appointments()
        .forEach((session, appointment) -> {
          if (appointment.isHeld() && !ratings.containsKey(session)) {
            attended.add(appointment.session());
          }
        });
    attended.sort(SessionRef.AS_HELD);
    return new Attendance(attended);
  }

  /** The attended sessions, in the order in which they were held. */
  List<SessionRef> sessions() {
    return sessions;
  }

  /** A point of this history, with its session as it was held. */
  Placed place(Point point) {
    Place place = places.get(point.session().id());
    if (place == null) {
      throw new IllegalStateException("a session that was rated was attended");
    }
    return new Placed(point.at(place.session()), place.number());
  }

  /** The number of a session among the attended ones, null where it was not attended. */
  @Nullable Integer number(String session) {
    Place place = places.get(session);
    return place == null ? null : place.number();
  }

  private static SessionRef session(List<Point> ratings, @Nullable Appointment appointment) {
    ratings.sort(AS_RATED);
    SessionRef told =
        appointment != null && appointment.isHeld()
            ? appointment.session()
            : ratings.getLast().session();
    return told.number() == null ? withNumber(told, lastNumber(ratings)) : told;
  }

  private static @Nullable Integer lastNumber(List<Point> ratings) {
    Integer number = null;
    for (Point rating : ratings) {
      Integer told = rating.session().number();
      number = told == null ? number : told;
    }
    return number;
  }

  private static SessionRef withNumber(SessionRef session, @Nullable Integer number) {
    return number == null
        ? session
        : new SessionRef(
            session.id(), number, session.heldAt(), session.setting(), session.delivery());
  }

  private static Map<String, Place> numbered(List<SessionRef> attended) {
    Map<String, Place> places = new HashMap<>(2 * attended.size());
    int before = 0;
    for (SessionRef session : attended) {
      Integer told = session.number();
      int number = told == null ? after(before) : told;
      places.put(session.id(), new Place(session, number));
      before = number;
    }
    return places;
  }

  private static int after(int number) {
    return number == Integer.MAX_VALUE ? number : number + 1;
  }
}
