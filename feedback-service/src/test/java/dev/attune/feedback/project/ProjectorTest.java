package dev.attune.feedback.project;

import static dev.attune.feedback.testing.Episode.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.testing.Api;
import dev.attune.feedback.testing.Behind;
import dev.attune.feedback.testing.Episode;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what, batch by batch. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProjectorTest {

  private final String tenant = "clinic-" + UUID.randomUUID();
  private final Behind behind = new Behind(Surroundings.postgres());
  private final Episode episode = Episode.of(tenant, "E-1", "T-1");
  private Hand hand;

  @Inject Projector projector;
  @Inject TakingOver takingOver;

  @BeforeEach
  void lay() {
    hand = new Hand(projector, takingOver);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_strain_that_opens_again_is_told_again(boolean inOneBatch) {
    for (Alert state : relapse()) {
      hand.say(state);
      if (!inOneBatch) {
        hand.take();
      }
    }
    if (inOneBatch) {
      hand.take();
    }
    assertThat(told())
        .containsExactly(
            "T-1 alert OPEN",
            "T-1 alert PROBABLY_REPAIRED",
            "T-1 alert OPEN",
            "T-1 alert RECOVERING",
            "T-1 alert OPEN");
  }

  @Test
  void an_alert_taken_back_and_opened_again_is_told_both_times() {
    open(1).say(episode.alert(5, 2, AlertStatus.RETRACTED, Severity.RED)).take();
    open(3).say(episode.alert(5, 4, AlertStatus.RETRACTED, Severity.RED)).take();
    assertThat(told())
        .containsExactly(
            "T-1 alert OPEN", "T-1 alert RETRACTED", "T-1 alert OPEN", "T-1 alert RETRACTED");
  }

  @ParameterizedTest
  @CsvSource({
    "first,  1,   ''",
    "first,  100, ''",
    "second, 1,   ''",
    "second, 100, ''",
    "first,  1,   'score,alert,session,episode'",
    "first,  100, 'score,alert,session,episode'",
    "second, 1,   'score,alert,session,episode'",
    "second, 1,   'score'",
    "first,  100, 'episode'"
  })
  void a_log_that_is_read_again_tells_nobody(String log, int batchSize, String lost) {
    hand.say(episode.score(4, "37")).say(episode.score(5, "30")).take();
    relapse().forEach(hand::say);
    hand.take();
    hand.say(episode.score(5, "31")).say(episode.score(5, "32")).take();
    hand.say(episode.score(5, "30")).take();
    hand.say(episode.with("T-2").score(9, "30")).take();
    hand.say(episode.alert(5, 9, AlertStatus.RETRACTED, Severity.RED)).take();
    open(10);
    List<String> before = told();
    String scores = scores();
    Stream.of(lost.split(","))
        .filter(table -> !table.isEmpty())
        .forEach(table -> behind.change("delete from " + table + " where tenant = ?", tenant));

    int events = hand.again(log, batchSize);

    assertThat(told()).isEqualTo(before);
    assertThat(events).isZero();
    assertThat(scores()).isEqualTo(scores);
  }

  @Test
  void reading_a_log_again_takes_no_score_back() {
    hand.say(episode.score(5, "30")).take();
    hand.say(episode.score(5, "31")).take();
    hand.say(episode.score(5, "32")).take();
    hand.again("first", 1);
    assertThat(told()).hasSize(3);
    assertThat(scores()).isEqualTo("32");
  }

  @Test
  void a_score_corrected_back_to_what_it_was_is_told() {
    hand.say(episode.score(5, "30")).take();
    hand.say(episode.score(5, "31")).take();
    hand.say(episode.score(5, "30")).take();
    assertThat(told()).hasSize(3);
  }

  @Test
  void a_session_that_did_not_take_place_moves_no_episode() {
    hand.say(episode.score(5, "30")).say(episode.with("T-2").held(6, SessionStatus.CANCELLED));
    hand.say(episode.with("T-2").held(7, SessionStatus.MISSED)).take();
    open(1);
    assertThat(Api.therapist(tenant, "T-1").json("/v1/caseload").at("/episodes")).hasSize(1);
    assertThat(Api.therapist(tenant, "T-2").get("/v1/episodes/E-1").statusCode()).isEqualTo(404);
    assertThat(told()).containsExactly("T-1 score ", "T-1 alert OPEN");

    hand.say(episode.with("T-2").held(7, SessionStatus.HELD)).take();
    assertThat(Api.therapist(tenant, "T-2").get("/v1/episodes/E-1").statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_said_to_be_missed_but_rated_counts_as_held() {
    hand.say(episode.score(5, "30")).say(episode.with("T-2").held(6, SessionStatus.MISSED));
    hand.say(episode.with("T-2").score(6, "31")).take();
    assertThat(Api.therapist(tenant, "T-2").get("/v1/episodes/E-1").statusCode()).isEqualTo(200);
  }

  @Test
  void who_takes_an_episode_over_is_told_once_what_stands_open_in_it() {
    hand.say(episode.score(5, "30")).take();
    open(1);
    hand.say(episode.with("T-2").score(6, "31")).take();
    hand.say(episode.score(7, "31")).take();
    hand.say(episode.with("T-2").score(8, "31")).take();
    assertThat(told())
        .containsExactly(
            "T-1 score ",
            "T-1 alert OPEN",
            "T-1 score ",
            "T-2 score ",
            "T-2 alert OPEN",
            "T-2 score ");
  }

  @Test
  void an_alert_that_comes_before_its_score_goes_to_whose_session_it_was() {
    hand.say(episode.score(4, "37")).take();
    hand.say(episode.with("T-2").alert(5, 1, AlertStatus.OPEN, Severity.RED)).take();
    hand.say(episode.with("T-2").score(5, "30")).take();
    assertThat(told()).containsExactly("T-1 score ", "T-2 alert OPEN", "T-2 score ");
  }

  @Test
  void what_is_erased_leaves_nothing_but_a_number() {
    hand.say(episode.score(5, "30")).take();
    hand.erase(episode.score(5, "30")).take();
    assertThat(
            behind.column(
                "select type || payload || about || coalesce(session, '') from feed"
                    + " where tenant = ?",
                tenant))
        .containsExactly("withdrawn{}");
  }

  @Test
  void what_became_heavier_or_was_withdrawn_in_between_is_to_be_acknowledged_anew() {
    var therapist = Api.therapist(tenant, "T-1");
    String alert = "/v1/alerts/" + episode.alertId(5);
    hand.say(episode.score(5, "30"));
    hand.say(episode.alert(5, 1, AlertStatus.OPEN, Severity.AMBER)).take();
    therapist.post(alert + "/acknowledge");
    assertThat(therapist.json(alert).at("/acknowledgedBy").asText()).isEqualTo("T-1");

    hand.say(episode.alert(5, 2, AlertStatus.RECOVERING, Severity.AMBER)).take();
    assertThat(therapist.json(alert).at("/acknowledgedBy").asText()).isEqualTo("T-1");

    hand.say(episode.alert(5, 3, AlertStatus.OPEN, Severity.RED)).take();
    assertThat(therapist.json(alert).at("/acknowledgedBy").isNull()).isTrue();
    therapist.post(alert + "/acknowledge");
    assertThat(therapist.json(alert).at("/acknowledgedBy").asText()).isEqualTo("T-1");

    hand.later(java.time.Duration.ofHours(2));
    hand.say(episode.alert(5, 4, AlertStatus.RETRACTED, Severity.RED)).take();
    open(5);
    assertThat(therapist.json(alert).at("/acknowledgedBy").isNull()).isTrue();
  }

  private Hand open(long revision) {
    hand.say(episode.alert(5, revision, AlertStatus.OPEN, Severity.RED)).take();
    return hand;
  }

  private List<Alert> relapse() {
    var opened = step(AlertStatus.OPEN, Severity.RED, 5);
    var repaired = step(AlertStatus.PROBABLY_REPAIRED, Severity.RED, 6);
    var again = step(AlertStatus.OPEN, Severity.RED, 7);
    var recovering = step(AlertStatus.RECOVERING, Severity.RED, 8);
    var relapsed = step(AlertStatus.OPEN, Severity.RED, 9);
    return List.of(
        episode.alert(5, 1, List.of(opened)),
        episode.alert(5, 2, List.of(opened, repaired)),
        episode.alert(5, 3, List.of(opened, again)),
        episode.alert(5, 4, List.of(opened, again, recovering)),
        episode.alert(5, 5, List.of(opened, again, recovering, relapsed)));
  }

  private List<String> told() {
    return behind.column(
        "select recipient || ' ' || type || ' ' || coalesce(cast(payload as json) ->> 'status', '')"
            + " from feed where tenant = ? order by recipient, seq",
        tenant);
  }

  private String scores() {
    return String.join(
        " ", behind.column("select total from score where tenant = ? and session = 'S-5'", tenant));
  }
}
