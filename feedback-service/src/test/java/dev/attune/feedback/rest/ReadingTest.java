package dev.attune.feedback.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.testing.Api;
import dev.attune.feedback.testing.Behind;
import dev.attune.feedback.testing.Episode;
import dev.attune.feedback.testing.Log;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReadingTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration WORKED_OFF = Duration.ofSeconds(90);
  private static final int ABORTED = 3_000;

  private final String tenant = "clinic-" + UUID.randomUUID();
  private final Behind behind = new Behind(Surroundings.postgres());
  private final Episode episode = Episode.of(tenant, "E-1", "T-1");
  private final Api therapist = Api.therapist(tenant, "T-1");

  @BeforeEach
  void say() {
    try (var log = new Log(Surroundings.kafka().bootstrapServers())) {
      log.say(episode.score(5, "30"));
      log.say(episode.alert(5, 1, AlertStatus.OPEN, Severity.RED));
      log.flush();
    }
    await()
        .atMost(SOON)
        .until(() -> behind.count("select count(*) from feed where tenant = ?", tenant) == 2);
  }

  @Test
  void whatever_is_read_or_changed_is_on_record_with_who_and_why() {
    String alert = "/v1/alerts/" + episode.alertId(5);
    therapist.json("/v1/caseload");
    therapist.json("/v1/episodes/E-1");
    therapist.json("/v1/alerts");
    therapist.json(alert);
    therapist.post(alert + "/acknowledge");
    therapist.get("/v1/episodes/E-2");
    Api.therapist(tenant, "T-2").get("/v1/episodes/E-1");
    assertThat(
            behind.column(
                "select who || ' ' || action || ' ' || episodes || ' ' || why from audit"
                    + " where tenant = ? order by id",
                tenant))
        .containsExactly(
            "T-1 caseload.read E-1 therapist of the episode",
            "T-1 episode.read E-1 therapist of the episode",
            "T-1 alerts.read E-1 therapist of the episode",
            "T-1 alert.read E-1 therapist of the episode",
            "T-1 alert.acknowledge E-1 therapist of the episode");
  }

  @Test
  void acknowledging_again_changes_nothing_and_is_told_once() {
    String acknowledge = "/v1/alerts/" + episode.alertId(5) + "/acknowledge";
    String first = therapist.post(acknowledge).asString();
    assertThat(therapist.post(acknowledge).asString()).isEqualTo(first);
    assertThat(behind.count("select count(*) from feed where tenant = ?", tenant)).isEqualTo(3);
  }

  @Test
  void thousands_of_aborted_requests_leave_no_connection_behind() throws IOException {
    byte[] request =
        ("GET /v1/episodes/E-1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Surroundings.ISSUER.therapist(tenant, "T-1")
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < ABORTED; i++) {
      try (var socket = new Socket("localhost", RestAssured.port)) {
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write(request);
      }
    }
    await().atMost(WORKED_OFF).until(this::answers);
    await()
        .atMost(WORKED_OFF)
        .until(() ->
            behind.count(
                    "select count(*) from pg_stat_activity where usename = ?"
                        + " and state like 'idle in transaction%'",
                    Surroundings.postgres().app().user())
                == 0);
    for (int i = 0; i < 20; i++) {
      assertThat(answers()).isTrue();
    }
  }

  private boolean answers() {
    return therapist.get("/v1/episodes/E-1").statusCode() == 200;
  }
}
