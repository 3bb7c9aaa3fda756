package dev.attune.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void a_problem_with_faults_is_written_as_rfc_9457_tells() throws Exception {
    var problem =
        Problem.of(
            422,
            "rating-refused",
            "The rating cannot be taken",
            null,
            List.of(new Fault("/answers/2", "must lie in 0 to 10")));

    assertThat(mapper.readTree(mapper.writeValueAsString(problem)))
        .isEqualTo(
            mapper.readTree(
                """
                {"type": "https://attune.dev/problems/rating-refused",
                 "title": "The rating cannot be taken", "status": 422,
                 "faults": [{"pointer": "/answers/2", "message": "must lie in 0 to 10"}]}
                """));
  }

  @Test
  void the_slug_is_the_end_of_the_type() {
    assertThat(Problems.FORBIDDEN.slug()).isEqualTo("forbidden");
  }

  @Test
  void what_an_answer_says_beside_its_body_is_kept() {
    var refused = new NotAllowedException(Response.status(405).header("Allow", "GET, PUT").build());

    RestResponse<Problem> answer = new ProblemMappers().http(refused);

    assertThat(answer.getHeaderString("Allow")).isEqualTo("GET, PUT");
    assertThat(answer.getMediaType()).hasToString(Problem.MEDIA_TYPE);
  }

  @Test
  void seconds_to_wait_are_never_none() {
    var soon = ProblemException.retryable(503, "busy", "Busy", "", Duration.ofMillis(10));

    assertThat(soon.retryAfter()).isEqualTo(1);
  }

  @Test
  void a_reason_phrase_becomes_a_slug() {
    assertThat(Problems.slug("Unsupported Media Type")).isEqualTo("unsupported-media-type");
  }
}
