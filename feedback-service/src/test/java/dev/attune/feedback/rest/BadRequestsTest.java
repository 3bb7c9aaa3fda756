package dev.attune.feedback.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.feedback.testing.Api;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BadRequestsTest {

  private final Api therapist = Api.therapist("clinic-" + UUID.randomUUID(), "T-1");

  @ParameterizedTest
  @ValueSource(strings = {"%00", "E%001", "-E", "%F0%9F%92%A9", "a%20b", "%27%3B--"})
  void what_is_no_identifier_names_nothing_there_is(String id) {
    isNotFound(therapist.getRaw("/v1/episodes/" + id));
    isNotFound(therapist.getRaw("/v1/alerts/" + id));
    isNotFound(therapist.postRaw("/v1/alerts/" + id + "/acknowledge"));
  }

  @Test
  void an_endless_identifier_names_nothing_there_is() {
    isNotFound(therapist.getRaw("/v1/episodes/" + "E".repeat(300)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0 2026-01-01T00:00:00Z",
        "0 2026-01-01T00:00:00Z ",
        "0 2026-01-01T00:00:00Z E\u0000",
        "0 +1000000000-12-31T23:59:59Z E-1",
        "0 -0044-03-15T10:00:00Z E-1",
        "99999 2026-01-01T00:00:00Z E-1",
        "x 2026-01-01T00:00:00Z E-1"
      })
  void a_cursor_that_no_list_has_given_is_refused(String parts) {
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    assertThat(therapist.getRaw("/v1/caseload?cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(therapist.getRaw("/v1/alerts?cursor=" + cursor).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=open", "severity=%00", "cursor=%25%25"})
  void a_parameter_that_means_nothing_is_refused(String query) {
    assertThat(therapist.getRaw("/v1/alerts?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void a_path_that_a_stranger_makes_up_becomes_no_label() {
    therapist.get("/v1/episodes/E-made-up");
    therapist.get("/v1/alerts/alt-made-up");
    therapist.post("/v1/alerts/alt-made-up/acknowledge");
    given().get("/v1/episodes/E-made-up");
    given().get("/episodes/E-made-up");
    given().get("/made-up");
    assertThat(given().get("/q/metrics").asString())
        .contains("http_server_requests")
        .doesNotContain("made-up");
  }

  @Test
  void no_answer_of_the_interface_is_kept_by_anybody() {
    assertThat(therapist.get("/v1/caseload").header("Cache-Control")).isEqualTo("no-store");
    assertThat(therapist.get("/v1/episodes/none").header("Cache-Control")).isEqualTo("no-store");
  }

  private static void isNotFound(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }
}
