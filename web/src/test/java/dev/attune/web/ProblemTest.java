package dev.attune.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
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
  void a_reason_phrase_becomes_a_slug() {
    assertThat(Problems.slug("Unsupported Media Type")).isEqualTo("unsupported-media-type");
  }
}
