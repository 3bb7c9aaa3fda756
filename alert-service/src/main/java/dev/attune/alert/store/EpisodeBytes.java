package dev.attune.alert.store;

import dev.attune.alert.domain.AlertName;
import dev.attune.alert.domain.Appointment;
import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.domain.History;
import dev.attune.alert.domain.Point;
import dev.attune.alert.domain.Published;
import dev.attune.alert.domain.Series;
import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Rater;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import dev.attune.contracts.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an episode's state, about 30 for a rated session, 20 for what the EHR tells of one
 * and 18 for each alert or mark. The first byte is the version of this form, and a state of an
 * earlier one is still read; tenant and episode are in the store's key.
 */
public final class EpisodeBytes {

  private static final int VERSION = 2;

  /** Without the time of a rating, and without what the EHR tells. */
  private static final int RATINGS_ONLY = 1;

  private EpisodeBytes() {}

  /** Writes a state. */
  public static byte[] write(EpisodeState state) {
    var out = new Packer();
    out.octet(VERSION);
    out.count(state.history().series().size());
    state.history().series().forEach((series, points) -> write(series, points, out));
    out.count(state.history().appointments().size());
    state.history().appointments().values().forEach(appointment -> write(appointment, out));
    out.count(state.published().size());
    state.published().forEach(published -> write(published, out));
    return out.toBytes();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalStateException if a later version of the service wrote it
   */
  public static EpisodeState read(String tenant, String episode, byte[] bytes) {
    var in = new Unpacker(bytes);
    int version = in.octet();
    if (version != VERSION && version != RATINGS_ONLY) {
      throw new IllegalStateException("an episode's state has the unknown version " + version);
    }
    SortedMap<Series, List<Point>> series = new TreeMap<>(Series.ORDER);
    int count = in.size();
    for (int i = 0; i < count; i++) {
      series.put(series(in), points(in, version));
    }
    SortedMap<String, Appointment> appointments =
        version == RATINGS_ONLY ? new TreeMap<>() : appointments(in);
    return new EpisodeState(new History(tenant, episode, series, appointments), published(in));
  }

  private static void write(Appointment appointment, Packer out) {
    out.name(appointment.status());
    write(appointment.session(), out);
  }

  private static SortedMap<String, Appointment> appointments(Unpacker in) {
    int count = in.size();
    SortedMap<String, Appointment> appointments = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      var appointment = new Appointment(in.name(SessionStatus.class), session(in));
      appointments.put(appointment.session().id(), appointment);
    }
    return appointments;
  }

  private static void write(Series series, List<Point> points, Packer out) {
    write(series, out);
    out.count(points.size());
    points.forEach(point -> write(point, out));
  }

  private static void write(Series series, Packer out) {
    out.text(series.instrument());
    out.name(series.rater().perspective());
    out.text(series.rater().id());
  }

  private static Series series(Unpacker in) {
    return new Series(in.text(), new Rater(in.name(Perspective.class), in.text()));
  }

  private static void write(Point point, Packer out) {
    Instant ratedAt = point.ratedAt();
    write(point.session(), out);
    out.number(ratedAt.getEpochSecond() - point.session().heldAt().getEpochSecond());
    out.count(ratedAt.getNano());
    out.text(point.client());
    out.text(point.therapist());
    out.decimal(point.total());
    out.count(point.answers().size());
    point.answers().forEach(out::decimal);
  }

  private static List<Point> points(Unpacker in, int version) {
    int count = in.size();
    List<Point> points = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      SessionRef session = session(in);
      Instant ratedAt = version == RATINGS_ONLY ? session.heldAt() : ratedAt(session, in);
      points.add(new Point(session, ratedAt, in.text(), in.text(), in.decimal(), answers(in)));
    }
    return points;
  }

  private static Instant ratedAt(SessionRef session, Unpacker in) {
    return Instant.ofEpochSecond(session.heldAt().getEpochSecond() + in.number(), in.count());
  }

  private static void write(SessionRef session, Packer out) {
    Integer number = session.number();
    Instant heldAt = session.heldAt();
    out.text(session.id());
    out.count(number == null ? 0 : number);
    out.number(heldAt.getEpochSecond());
    out.count(heldAt.getNano());
    out.name(session.setting());
    out.name(session.delivery());
  }

  private static SessionRef session(Unpacker in) {
    String id = in.text();
    int number = in.size();
    Instant heldAt = Instant.ofEpochSecond(in.number(), in.count());
    return new SessionRef(
        id, number == 0 ? null : number, heldAt, in.name(Setting.class), in.name(Delivery.class));
  }

  private static List<@Nullable BigDecimal> answers(Unpacker in) {
    int count = in.size();
    List<@Nullable BigDecimal> answers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      answers.add(in.decimal());
    }
    return answers;
  }

  private static void write(Published published, Packer out) {
    write(published.name().series(), out);
    out.text(published.name().family());
    out.text(published.name().session());
    out.text(published.rule());
    out.name(published.severity());
    out.count(published.revision());
    out.name(published.standing());
    out.hash(published.fingerprint());
  }

  private static List<Published> published(Unpacker in) {
    int count = in.size();
    List<Published> published = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      var name = new AlertName(series(in), in.text(), in.text());
      published.add(
          new Published(
              name,
              in.text(),
              in.name(Severity.class),
              in.count(),
              in.name(Published.Standing.class),
              in.hash()));
    }
    return published;
  }
}
