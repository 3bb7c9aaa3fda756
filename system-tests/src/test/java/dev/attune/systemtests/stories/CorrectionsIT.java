package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.systemtests.check.Logged;
import dev.attune.systemtests.check.Shown;
import dev.attune.systemtests.check.ToldOnce;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSystem.class)
class CorrectionsIT {
  private final Attune attune;
  private final Clinic clinic;
  private final Clinic.Therapist therapist;
  private final Case about;
  private final Case plain;

  CorrectionsIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
    this.about = therapist.newCase();
    this.plain = therapist.newCase();
  }

  @AfterEach
  void every_transition_was_told_once_and_the_read_model_equals_the_log() {
    assertThat(ToldOnce.breaches(attune.log().alertsAndMarks(clinic.tenant()))).isEmpty();
    Eventually.holds(
        () -> assertThat(onLog(about).differences(clinic.shown(therapist, about))).isEmpty());
  }

  @Test
  void an_amendment_that_removes_the_cause_takes_the_alert_back() {
    clinic.postSeries(about, List.of("36", "37", "38", "37", "30"));
    Eventually.holds(() -> assertThat(alert().status()).isEqualTo(AlertStatus.OPEN));

    clinic.post(about.srs(5, "37.5"));

    Eventually.holds(() -> assertThat(alert().status()).isEqualTo(AlertStatus.RETRACTED));
    Eventually.holds(
        () -> assertThat(line(about).path("openAlerts").isEmpty()).as("open alerts").isTrue());
    endsAs(List.of("36", "37", "38", "37", "37.5"));
  }

  @Test
  void an_amendment_that_makes_a_cause_opens_the_alert_where_it_belongs() {
    clinic.postSeries(about, List.of("36", "37", "38", "37", "37", "36", "38"));

    clinic.post(about.srs(5, "30"));

    Eventually.holds(() -> {
      assertThat(alert().status()).isEqualTo(AlertStatus.REPAIRED);
      assertThat(alert().openedAt().number()).isEqualTo(5);
    });
    endsAs(Case.STRAINED);
  }

  @Test
  void an_alert_taken_back_opens_again_under_its_id_when_the_correction_was_wrong() {
    clinic.postSeries(about, List.of("36", "37", "38", "37", "30"));
    clinic.post(about.srs(5, "37.5"));
    Eventually.holds(() -> assertThat(alert().status()).isEqualTo(AlertStatus.RETRACTED));

    clinic.post(about.srs(5, "30"));

    Eventually.holds(() -> assertThat(alert().status()).isEqualTo(AlertStatus.OPEN));
    endsAs(List.of("36", "37", "38", "37", "30"));
  }

  @Test
  void a_late_rating_changes_the_past_as_if_it_had_come_in_time() {
    List<String> totals = Case.STRAINED;
    for (int session : new int[] {1, 2, 4, 5, 6, 7}) {
      clinic.post(about.srs(session, totals.get(session - 1)));
    }
    Eventually.holds(() -> assertThat(alert().status()).isEqualTo(AlertStatus.REPAIRED));

    clinic.post(about.srs(3, totals.get(2)));

    endsAs(totals);
    assertThat(alert().evidence().z()).isEqualByComparingTo("2.990394");
  }

  @Test
  void a_declined_rating_has_no_score_and_raises_nothing() {
    clinic.postSeries(about, List.of("36", "37", "38", "37"));
    ObjectNode declined = about.srs(5, "30");
    declined.remove("answers");
    declined.put("declined", true);

    clinic.post(declined);
    clinic.post(about.srs(6, "36"));

    Eventually.holds(() -> assertThat(scores(about)).hasSize(6));
    Eventually.holds(() ->
        assertThat(clinic.shown(therapist, about).scores())
            .containsEntry(keyInEpisode(5), Shown.score("DECLINED", null)));
    assertThat(scores(about).get(4).state()).isEqualTo(ScoreState.DECLINED);
    assertThat(LatestAlerts.of(attune.log().alerts(clinic.tenant(), about.episode()))).isEmpty();
  }

  @Test
  void a_rating_declined_after_all_takes_its_alert_back() {
    clinic.postSeries(about, List.of("36", "37", "38", "37", "30"));
    Eventually.holds(() -> assertThat(alert().status()).isEqualTo(AlertStatus.OPEN));
    ObjectNode declined = about.srs(5, "30");
    declined.remove("answers");
    declined.put("declined", true);

    clinic.post(declined);

    Eventually.holds(() -> assertThat(alert().status()).isEqualTo(AlertStatus.RETRACTED));
  }

  @Test
  void a_rating_of_which_only_the_total_is_known_counts_as_one_with_answers() {
    clinic.postSeries(about, List.of("36", "37", "38", "37"));
    ObjectNode total = about.srs(5, "30");
    total.remove("answers");
    total.putObject("scores").put("total", 30);

    clinic.post(total);

    Eventually.holds(() -> assertThat(alert().evidence().z()).isEqualByComparingTo("2.990394"));
  }

  @Test
  void a_missed_session_stands_in_the_episode() {
    clinic.postSeries(about, List.of("36", "37"));

    int status =
        attune
            .intake()
            .put(clinic.ehr(), "/v1/sessions/S-3", about.session(3, "MISSED").toString())
            .status();

    assertThat(status).isEqualTo(202);
    Eventually.holds(() ->
        assertThat(therapist.get("/v1/episodes/" + about.episode()).json().path("sessions"))
            .filteredOn(session -> session.path("id").asText().equals("S-3"))
            .singleElement()
            .matches(session -> session.path("status").asText().equals("MISSED")));
  }

  @Test
  void acknowledging_twice_changes_nothing() {
    clinic.postSeries(about, List.of("36", "37", "38", "37", "30"));
    Eventually.holds(
        () -> assertThat(therapist.all("/v1/alerts?severity=RED", "alerts")).hasSize(1));
    String path = "/v1/alerts/" + alert().id() + "/acknowledge";

    JsonNode first = therapist.post(path).json();
    JsonNode second = therapist.post(path).json();

    assertThat(first.path("acknowledgedBy").asText()).isEqualTo(therapist.id());
    assertThat(second).isEqualTo(first);
    assertThat(therapist.get("/v1/alerts/" + alert().id()).json()).isEqualTo(first);
  }

  /** The same end as an episode in which these totals simply came one after the other. */
  private void endsAs(List<String> totals) {
    clinic.postSeries(plain, totals);
    Eventually.holds(() -> assertThat(scores(plain)).hasSize(totals.size()));
    Eventually.holds(() ->
        assertThat(EndState.of(attune.log(), about)).isEqualTo(EndState.of(attune.log(), plain)));
  }

  private Alert alert() {
    List<Alert> alerts = LatestAlerts.of(attune.log().alerts(clinic.tenant(), about.episode()));
    assertThat(alerts).hasSize(1);
    return alerts.getFirst();
  }

  private List<Score> scores(Case of) {
    return attune.log().scores(clinic.tenant(), of.episode()).stream()
        .map(Logged::value)
        .filter(Objects::nonNull)
        .toList();
  }

  private Shown onLog(Case of) {
    return Shown.onLog(
        attune.log().scores(clinic.tenant(), of.episode()),
        attune.log().alertsAndMarks(clinic.tenant(), of.episode()));
  }

  private JsonNode line(Case of) {
    return therapist.all("/v1/caseload", "episodes").stream()
        .filter(line -> line.path("episode").asText().equals(of.episode()))
        .findFirst()
        .orElseThrow();
  }

  private String keyInEpisode(int session) {
    return about.key(session).split("/", 3)[2];
  }
}
