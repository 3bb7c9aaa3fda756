package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives late, twice, changed, declined or erased: the end is that of the order held. */
class ArrivalTest {

  private static final Set<AlertStatus> OPEN =
      Set.of(AlertStatus.OPEN, AlertStatus.RECOVERING, AlertStatus.PROBABLY_REPAIRED);

  /** What arrives about a session: a score, or the erasure of its rating. */
  record Arrival(Score score, boolean erasure) {}

  @Property(tries = 2000)
  void the_end_is_that_of_the_order_in_which_sessions_were_held(
      @ForAll("arrivals") List<Arrival> arrivals) {
    var log = new Log();
    Map<RatingKey, Score> last = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      RatingKey key = arrival.score().key();
      if (arrival.erasure()) {
        last.remove(key);
        log.erase(key);
      } else {
        last.put(key, arrival.score());
        log.take(arrival.score());
      }
    }
    List<Score> asHeld =
        last.values().stream()
            .sorted(Comparator.comparing((Score score) -> score.session().heldAt()))
            .toList();

    assertThat(log.standing()).isEqualTo(Log.of(asHeld).standing());
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
        assertThat(reader.values().stream().filter(a -> OPEN.contains(a.status())).count())
            .isLessThanOrEqualTo(1);
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

  private static List<Publication> publish(Log log, Arrival arrival) {
    return arrival.erasure() ? log.erase(arrival.score().key()) : log.take(arrival.score());
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return arrival().list().ofMinSize(1).ofMaxSize(24);
  }

  private static Arbitrary<Arrival> arrival() {
    Arbitrary<Integer> session = Arbitraries.integers().between(1, 10);
    Arbitrary<Integer> tenths = Arbitraries.integers().between(0, 100);
    Arbitrary<Score> totals =
        Combinators.combine(session, Arbitraries.integers().between(200, 400))
            .as((week, total) -> Scores.total(week, total / 10.0));
    Arbitrary<Score> uncounted =
        Combinators.combine(session, Arbitraries.integers().between(250, 400))
            .as((week, total) -> Scores.numbered(week, null, total / 10.0));
    Arbitrary<Score> answers =
        Combinators.combine(session, tenths, tenths)
            .as((week, a, b) -> Scores.answers(week, 10, 8 + b / 50.0, a / 10.0, 9));
    Arbitrary<Score> unscored =
        Combinators.combine(session, tenths)
            .as((week, first) ->
                first % 2 == 0 ? Scores.declined(week) : Scores.insufficient(week, first / 10.0));
    Arbitrary<Score> score =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, totals),
            net.jqwik.api.Tuple.of(2, uncounted),
            net.jqwik.api.Tuple.of(3, answers),
            net.jqwik.api.Tuple.of(1, unscored));
    Arbitrary<Boolean> erasure =
        Arbitraries.frequency(net.jqwik.api.Tuple.of(7, false), net.jqwik.api.Tuple.of(1, true));
    return Combinators.combine(score, erasure).as(Arrival::new);
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
