package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.alert.Sessions;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Whatever arrives late, twice, changed, moved, declined or erased: the end is that of the order
 * held.
 */
class ArrivalTest {

  private static final Set<AlertStatus> OPEN =
      Set.of(AlertStatus.OPEN, AlertStatus.RECOVERING, AlertStatus.PROBABLY_REPAIRED);

  private static final int SESSIONS = 9;
  private static final int OWN = 0;
  private static final int NONE = 1;
  private static final int OTHER = 2;

  /** What arrives: a score, what became of a session, or the erasure of either. */
  sealed interface Arrival {

    record Rated(Score score) implements Arrival {}

    record RatingErased(RatingKey key) implements Arrival {}

    record Told(SessionRecord session) implements Arrival {}

    record SessionErased(SessionKey key) implements Arrival {}
  }

  @Property(tries = 3000)
  void the_end_is_that_of_the_order_in_which_sessions_were_held(
      @ForAll("arrivals") List<Arrival> arrivals) {
    var log = new Log();
    arrivals.forEach(arrival -> publish(log, arrival));

    assertThat(log.standing()).isEqualTo(endOf(lastWordsOf(arrivals)));
    assertThat(log.state().history()).isEqualTo(historyOf(lastWordsOf(arrivals)));
  }

  @Property
  void any_two_orders_of_the_same_facts_end_alike(
      @ForAll("arrivals") List<Arrival> arrivals, @ForAll Random random) {
    List<Arrival> shuffled = new ArrayList<>(lastWordsOf(arrivals));
    Collections.shuffle(shuffled, random);

    assertThat(endOf(shuffled)).isEqualTo(endOf(lastWordsOf(arrivals)));
  }

  /** Counted anew, by the definition. */
  @Property
  void a_session_whose_number_nobody_tells_is_one_more_than_the_attended_one_before(
      @ForAll("arrivals") List<Arrival> arrivals) {
    History history = historyOf(lastWordsOf(arrivals));
    Attendance attendance = Attendance.of(history);
    Map<String, SessionRef> attended = attended(history);

    for (int session = 1; session <= SESSIONS; session++) {
      SessionRef own = attended.get("S-" + session);
      Integer number = attendance.number("S-" + session);
      if (own == null) {
        assertThat(number).isNull();
      } else if (own.number() != null) {
        assertThat(number).isEqualTo(own.number());
      } else {
        Integer before =
            attended.values().stream()
                .filter(other -> SessionRef.AS_HELD.compare(other, own) < 0)
                .max(SessionRef.AS_HELD)
                .map(other -> attendance.number(other.id()))
                .orElse(0);
        assertThat(number).isEqualTo(before + 1);
      }
    }
  }

  @Property
  void a_family_of_a_series_never_has_two_open_alerts_at_any_record(
      @ForAll("arrivals") List<Arrival> arrivals) {
    Map<String, Alert> reader = new HashMap<>();
    var log = new Log();
    for (Arrival arrival : arrivals) {
      for (Publication publication : publish(log, arrival)) {
        Alert alert = publication.alert();
        if (alert == null) {
          reader.remove(publication.key().alert());
        } else {
          reader.put(alert.id(), alert);
        }
        assertThat(reader.values().stream().filter(a -> OPEN.contains(a.status())))
            .extracting(a -> a.instrument() + a.rater() + a.family())
            .doesNotHaveDuplicates();
      }
    }
  }

  @Property
  void an_alert_opens_before_anything_else_and_closes_once(
      @ForAll("arrivals") List<Arrival> arrivals) {
    var log = new Log();
    arrivals.forEach(arrival -> publish(log, arrival));
    for (Alert alert : log.alerts()) {
      List<AlertStatus> life = alert.steps().stream().map(AlertStep::status).toList();
      assertThat(life.getFirst()).isEqualTo(AlertStatus.OPEN);
      assertThat(life.subList(0, life.size() - 1))
          .doesNotContain(
              AlertStatus.REPAIRED, AlertStatus.UNREPAIRED, AlertStatus.PROBABLY_REPAIRED);
      assertThat(alert.status()).isEqualTo(life.getLast());
      assertThat(alert.steps())
          .extracting(AlertStep::session)
          .isSortedAccordingTo(SessionRef.AS_HELD);
    }
  }

  @Property
  void what_was_told_is_not_told_again(@ForAll("arrivals") List<Arrival> arrivals) {
    var log = new Log();
    arrivals.forEach(arrival -> publish(log, arrival));
    EpisodeState state = log.state();

    Change again = Difference.between(state, state.history(), Log.JUDGE);

    assertThat(again.publications()).isEmpty();
    assertThat(again.next()).isEqualTo(state);
  }

  @Property
  void only_what_says_something_else_is_published(@ForAll("arrivals") List<Arrival> arrivals) {
    var log = new Log();
    for (Arrival arrival : arrivals) {
      Map<String, Alert> before = new HashMap<>(log.standing());
      Set<String> told = new HashSet<>();
      for (Publication publication : publish(log, arrival)) {
        assertThat(told.add(publication.key().alert())).isTrue();
      }
      log.standing()
          .forEach((id, alert) ->
              assertThat(told.contains(id)).isEqualTo(!alert.equals(before.get(id))));
    }
  }

  @Property
  void a_mark_belongs_to_its_session_and_is_never_open(@ForAll("arrivals") List<Arrival> arrivals) {
    var log = new Log();
    for (Arrival arrival : arrivals) {
      for (Publication publication : publish(log, arrival)) {
        Alert alert = publication.alert();
        if (alert != null && alert.status() != AlertStatus.RETRACTED) {
          assertThat(alert.status() == AlertStatus.NOTED).isEqualTo(alert.isMark());
        }
      }
    }
    log.marks()
        .forEach(mark ->
            assertThat(mark.steps())
                .containsExactly(new AlertStep(AlertStatus.NOTED, Severity.INFO, mark.openedAt())));
  }

  @Property
  void only_the_client_s_own_ratings_raise_anything(@ForAll("arrivals") List<Arrival> arrivals) {
    var log = new Log();
    arrivals.forEach(arrival -> publish(log, arrival));

    assertThat(log.all())
        .allSatisfy(alert -> {
          assertThat(alert.rater()).isEqualTo(Scores.CLIENT);
          assertThat(alert.instrument()).isIn("srs", "ors");
          assertThat(alert.rule()).startsWith(alert.instrument().toUpperCase(Locale.ROOT));
        });
  }

  /**
   * Guards the guard: a service that misses what comes late does not end like one that does not.
   */
  @Property(tries = 1)
  void planted_bugs_are_found() {
    List<List<Arrival>> samples = arrivals().sampleStream().limit(500).toList();

    assertThat(samples).anyMatch(arrivals -> !endsWell(arrivals, ArrivalTest::deafToLateSessions));
    assertThat(samples).anyMatch(arrivals -> !endsWell(arrivals, ArrivalTest::deafToAmendments));
    assertThat(samples)
        .anyMatch(arrivals -> !endsWell(arrivals, ArrivalTest::deafToErasedSessions));
    assertThat(samples).allMatch(arrivals -> endsWell(arrivals, (_, _) -> false));
  }

  private static boolean endsWell(List<Arrival> arrivals, BiPredicate<History, Arrival> isDeafTo) {
    var log = new Log();
    for (Arrival arrival : arrivals) {
      if (!isDeafTo.test(log.state().history(), arrival)) {
        publish(log, arrival);
      }
    }
    return log.standing().equals(endOf(lastWordsOf(arrivals)));
  }

  private static boolean deafToLateSessions(History history, Arrival arrival) {
    return arrival instanceof Arrival.Told(SessionRecord told) && isRated(history, told.session());
  }

  private static boolean deafToAmendments(History history, Arrival arrival) {
    return arrival instanceof Arrival.Rated(Score score)
        && history.find(Series.of(score.key()), score.session().id()) != null;
  }

  private static boolean deafToErasedSessions(History history, Arrival arrival) {
    return arrival instanceof Arrival.SessionErased(SessionKey key)
        && isRated(history, key.session());
  }

  private static boolean isRated(History history, String session) {
    return history.series().keySet().stream()
        .anyMatch(series -> history.find(series, session) != null);
  }

  private static List<Publication> publish(Log log, Arrival arrival) {
    return switch (arrival) {
      case Arrival.Rated(Score score) -> log.take(score);
      case Arrival.RatingErased(RatingKey key) -> log.erase(key);
      case Arrival.Told(SessionRecord session) -> log.take(session);
      case Arrival.SessionErased(SessionKey key) -> log.erase(key);
    };
  }

  /** What is true in the end, in an order of its own. */
  private static List<Arrival> lastWordsOf(List<Arrival> arrivals) {
    SortedMap<String, Arrival> last = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      switch (arrival) {
        case Arrival.Rated(Score score) -> last.put(score.key().text(), arrival);
        case Arrival.RatingErased(RatingKey key) -> last.remove(key.text());
        case Arrival.Told(SessionRecord session) -> last.put(session.key().text(), arrival);
        case Arrival.SessionErased(SessionKey key) -> last.remove(key.text());
      }
    }
    return List.copyOf(last.values());
  }

  private static SortedMap<String, Alert> endOf(List<Arrival> arrivals) {
    var log = new Log();
    arrivals.forEach(arrival -> publish(log, arrival));
    return log.standing();
  }

  private static History historyOf(List<Arrival> arrivals) {
    var log = new Log();
    arrivals.forEach(arrival -> publish(log, arrival));
    return log.state().history();
  }

  /** The attended sessions as the EHR tells them, else as the rating that was given last does. */
  private static Map<String, SessionRef> attended(History history) {
    Map<String, SessionRef> attended = new HashMap<>();
    for (int i = 1; i <= SESSIONS; i++) {
      String session = "S-" + i;
      List<Point> ratings =
          history.series().keySet().stream()
              .map(series -> history.find(series, session))
              .filter(Objects::nonNull)
              .sorted(Comparator.comparing(Point::ratedAt))
              .toList();
      Appointment appointment = history.appointments().get(session);
      boolean held = appointment != null && appointment.status() == SessionStatus.HELD;
      if (held || !ratings.isEmpty()) {
        SessionRef told =
            held ? Objects.requireNonNull(appointment).session() : ratings.getLast().session();
        attended.put(session, told.number() == null ? with(lastNumber(ratings), told) : told);
      }
    }
    return attended;
  }

  private static @Nullable Integer lastNumber(List<Point> ratings) {
    for (Point rating : ratings.reversed()) {
      if (rating.session().number() != null) {
        return rating.session().number();
      }
    }
    return null;
  }

  private static SessionRef with(@Nullable Integer number, SessionRef session) {
    return new SessionRef(
        session.id(), number, session.heldAt(), session.setting(), session.delivery());
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    Arbitrary<Arrival> rated = score().map(Arrival.Rated::new);
    Arbitrary<Arrival> ratingErased = score().map(score -> new Arrival.RatingErased(score.key()));
    Arbitrary<Arrival> told = record().map(Arrival.Told::new);
    Arbitrary<Arrival> erased = record().map(session -> new Arrival.SessionErased(session.key()));
    return Arbitraries.frequencyOf(
            Tuple.of(12, rated), Tuple.of(2, ratingErased), Tuple.of(5, told), Tuple.of(1, erased))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  /** Mostly as planned, but dates move and coincide, and numbers are wrong or missing. */
  private static Arbitrary<SessionRef> session() {
    Arbitrary<Integer> id = Arbitraries.integers().between(1, SESSIONS);
    Arbitrary<Integer> moved =
        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, -1), Tuple.of(1, 4));
    Arbitrary<Integer> other = Arbitraries.integers().between(1, SESSIONS);
    Arbitrary<Integer> kind =
        Arbitraries.frequency(Tuple.of(3, OWN), Tuple.of(4, NONE), Tuple.of(1, OTHER));
    return Combinators.combine(id, moved, other, kind)
        .as((week, by, any, number) -> {
          SessionRef own = Scores.session(week, number == OWN ? week : number == NONE ? null : any);
          return at(Scores.session(week + by, null), own);
        });
  }

  private static SessionRef at(SessionRef date, SessionRef session) {
    return new SessionRef(
        session.id(), session.number(), date.heldAt(), session.setting(), session.delivery());
  }

  private static Arbitrary<SessionRecord> record() {
    Arbitrary<SessionStatus> status =
        Arbitraries.frequency(
            Tuple.of(4, SessionStatus.HELD),
            Tuple.of(1, SessionStatus.MISSED),
            Tuple.of(1, SessionStatus.CANCELLED));
    return Combinators.combine(status, session()).as(Sessions::told);
  }

  private static Arbitrary<Score> score() {
    Arbitrary<Integer> tenths = Arbitraries.integers().between(0, 100);
    Arbitrary<Score> totals =
        Combinators.combine(session(), Arbitraries.integers().between(200, 400))
            .as((session, total) -> Scores.total(session, total / 10.0));
    Arbitrary<Score> answers =
        Combinators.combine(session(), tenths, tenths)
            .as((session, a, b) -> Scores.answers(session, 10, 8 + b / 50.0, a / 10.0, 9));
    Arbitrary<Score> unscored =
        Combinators.combine(session(), tenths)
            .as((session, first) ->
                first % 2 == 0
                    ? Scores.declined(session)
                    : Scores.insufficient(session, first / 10.0));
    Arbitrary<Score> unwatched =
        Combinators.combine(session(), tenths)
            .as((session, total) ->
                total % 2 == 0
                    ? Scores.byTherapist(session, total / 10.0)
                    : Scores.ofOtherInstrument(session, total / 10.0));
    return Arbitraries.frequencyOf(
        Tuple.of(8, totals), Tuple.of(3, answers), Tuple.of(1, unscored), Tuple.of(2, unwatched));
  }

  /** Guards the guard: such histories do hold alerts of every end. */
  @Property(tries = 1)
  void random_histories_hold_alerts() {
    List<AlertStatus> seen = new ArrayList<>();
    arrivals()
        .sampleStream()
        .limit(500)
        .forEach(arrivals -> {
          var log = new Log();
          arrivals.forEach(arrival -> publish(log, arrival));
          log.all().forEach(alert -> seen.add(alert.status()));
        });
    assertThat(seen).contains(AlertStatus.values());
  }
}
