package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import dev.attune.systemtests.check.Shown;
import dev.attune.systemtests.check.ToldOnce;
import dev.attune.systemtests.client.EventStream;
import dev.attune.systemtests.client.StreamEvent;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSystem.class)
class StrainIT {
  private static final int ORDERS = 25;
  private static final long SEED = 5_040;

  private final Attune attune;
  private final Clinic clinic;
  private final Clinic.Therapist therapist;

  StrainIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
  }

  @Test
  void a_sudden_drop_raises_one_alert_that_a_recovery_repairs() {
    Case strained = therapist.newCase();

    clinic.postSeries(strained, Case.STRAINED);

    Eventually.holds(() ->
        assertThat(LatestAlerts.of(attune.log().alerts(clinic.tenant())))
            .singleElement()
            .satisfies(StrainIT::isTheStrainOfSessionFive));
    assertThat(ToldOnce.breaches(attune.log().alertsAndMarks(clinic.tenant()))).isEmpty();
    Eventually.holds(
        () -> assertThat(onLog(strained).differences(clinic.shown(therapist, strained))).isEmpty());
  }

  @Test
  void the_therapists_stream_shows_the_alert_opened_and_repaired() {
    Case strained = therapist.newCase();
    try (EventStream stream = therapist.listen(0L)) {
      clinic.postSeries(strained, Case.STRAINED);

      Eventually.holds(() -> {
        assertThat(stream.events()).filteredOn("type", "score").hasSize(7);
        assertThat(statuses(stream.events()))
            .containsExactly("OPEN", "PROBABLY_REPAIRED", "REPAIRED");
      });
      assertThat(stream.events())
          .filteredOn("type", "alert")
          .extracting(StreamEvent::data)
          .allMatch(alert -> alert.path("severity").asText().equals("RED"))
          .allMatch(alert -> alert.path("episode").asText().equals(strained.episode()))
          .extracting(alert -> alert.path("alert").asText())
          .containsOnly(alertsOf(strained).getFirst().id());
    }
  }

  @Test
  void every_order_of_arrival_ends_in_the_same_state() {
    Case inOrder = therapist.newCase();
    List<Case> shuffled = IntStream.range(0, ORDERS).mapToObj(_ -> therapist.newCase()).toList();
    var random = new Random(SEED);
    var posts = new ArrayList<>(series(inOrder));
    for (Case order : shuffled) {
      List<JsonNode> ratings = series(order);
      Collections.shuffle(ratings, random);
      posts.addAll(ratings);
    }

    List<JsonNode> answers = clinic.postBatch(posts);

    assertThat(answers).allMatch(answer -> answer.path("status").asInt() == 202);
    Eventually.holds(() -> {
      assertThat(attune.log().scores(clinic.tenant())).hasSize(posts.size());
      assertThat(alertsOf(inOrder)).satisfiesExactly(StrainIT::isTheStrainOfSessionFive);
    });
    for (Case order : shuffled) {
      Eventually.holds(() -> {
        assertThat(alertsOf(order)).satisfiesExactly(StrainIT::isTheStrainOfSessionFive);
        assertThat(EndState.of(attune.log(), order)).isEqualTo(EndState.of(attune.log(), inOrder));
        assertThat(onLog(order).differences(clinic.shown(therapist, order))).isEmpty();
      });
    }
    assertThat(ToldOnce.breaches(attune.log().alertsAndMarks(clinic.tenant()))).isEmpty();
  }

  private List<Alert> alertsOf(Case about) {
    return LatestAlerts.of(attune.log().alerts(clinic.tenant(), about.episode())).stream()
        .filter(alert -> alert.status() != AlertStatus.RETRACTED)
        .toList();
  }

  private Shown onLog(Case about) {
    return Shown.onLog(
        attune.log().scores(clinic.tenant(), about.episode()),
        attune.log().alertsAndMarks(clinic.tenant(), about.episode()));
  }

  private static void isTheStrainOfSessionFive(Alert alert) {
    assertThat(alert.openedAt().number()).isEqualTo(5);
    assertThat(alert.severity()).isEqualTo(Severity.RED);
    assertThat(alert.rule()).isEqualTo("SRS-01");
    assertThat(alert.evidence().z()).isEqualByComparingTo("2.990394");
    assertThat(alert.evidence().expected()).isEqualByComparingTo("37.413934");
    assertThat(alert.status()).isEqualTo(AlertStatus.REPAIRED);
    assertThat(alert.steps().getLast().session().number()).isEqualTo(7);
  }

  private static List<String> statuses(List<StreamEvent> events) {
    return events.stream()
        .filter(event -> event.type().equals("alert"))
        .map(event -> event.data().path("status").asText())
        .toList();
  }

  private static List<JsonNode> series(Case about) {
    var ratings = new ArrayList<JsonNode>();
    for (int session = 1; session <= Case.STRAINED.size(); session++) {
      ratings.add(about.srs(session, Case.STRAINED.get(session - 1)));
    }
    return ratings;
  }
}
