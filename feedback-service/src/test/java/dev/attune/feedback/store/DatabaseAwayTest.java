package dev.attune.feedback.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.feedback.testing.Api;
import dev.attune.feedback.testing.Episode;
import dev.attune.feedback.testing.EventSource;
import dev.attune.feedback.testing.Log;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DatabaseAwayTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final String tenant = "clinic-" + UUID.randomUUID();
  private final String token = Surroundings.ISSUER.therapist(tenant, "T-1");
  private final Api therapist = Api.therapist(tenant, "T-1");

  @AfterEach
  void open() {
    Surroundings.door().open();
    await().atMost(SOON).until(() -> health("ready") == 200);
  }

  @Test
  void who_asks_is_told_to_come_again() {
    Surroundings.door().close();
    for (String path : new String[] {"/v1/caseload", "/v1/alerts", "/v1/episodes/E-1"}) {
      Response answer = therapist.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(answer.header("Retry-After")).isNotBlank();
    }
    Response page =
        given().header("Authorization", "Bearer " + token).header("Accept", "text/html").get("/");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.asString()).contains("data-kind=\"AWAY\"");
  }

  @Test
  void readiness_follows_the_database_and_liveness_and_start_do_not() {
    Surroundings.door().close();
    await().atMost(SOON).until(() -> health("ready") == 503);
    assertThat(health("live")).isEqualTo(200);
    assertThat(health("started")).isEqualTo(200);
  }

  @Test
  void a_stream_that_is_opened_afterwards_is_live_again() {
    Surroundings.door().close();
    assertThat(therapist.get("/v1/caseload").statusCode()).isEqualTo(503);
    Surroundings.door().open();
    await().atMost(SOON).until(() -> health("ready") == 200);
    try (EventSource stream = EventSource.open(token, 0L);
        var log = new Log(Surroundings.kafka().bootstrapServers())) {
      log.say(Episode.of(tenant, "E-1", "T-1").score(1, "30"));
      log.flush();
      await().atMost(SOON).until(() -> !stream.events().isEmpty());
    }
  }

  private static int health(String kind) {
    return given().get("/q/health/" + kind).statusCode();
  }
}
