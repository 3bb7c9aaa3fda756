package dev.attune.intake.rest;

import static dev.attune.intake.domain.Bodies.RATING;
import static dev.attune.intake.domain.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import dev.attune.contracts.Topic;
import dev.attune.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BatchTest {

  @TestHTTPResource("/")
  URI base;

  private Intake intake;

  @BeforeEach
  void whenReady() {
    intake = new Intake(base);
    intake.awaitReady();
  }

  @Test
  void ten_thousand_lines_are_answered_in_order_and_bad_ones_spoil_no_other() {
    String lines =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(BatchTest::goodOrBad)
            .collect(Collectors.joining("\n"));

    List<JsonNode> results = results(intake.batch(lines));

    assertThat(results)
        .extracting(result -> result.get("line").intValue())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 10_000).boxed().toList());
    assertThat(results)
        .allSatisfy(result -> {
          int line = result.get("line").intValue();
          assertThat(result.get("status").intValue()).as("line %d", line).isEqualTo(status(line));
          assertThat(result.has("ratingId")).isEqualTo(status(line) == 202);
          assertThat(result.has("problem")).isEqualTo(status(line) != 202);
        });
    assertThat(Intake.records(Topic.RATINGS, "northside/B-"))
        .hasSize((int) IntStream.rangeClosed(1, 10_000).filter(i -> status(i) == 202).count());
  }

  @Test
  void blank_lines_are_counted_but_not_answered() {
    List<JsonNode> results = results(intake.batch("\n" + rating(1, "X-") + "\r\n\n  \n{}\n"));

    assertThat(results).extracting(result -> result.get("line").intValue()).containsExactly(2, 5);
    assertThat(results)
        .extracting(result -> result.get("status").intValue())
        .containsExactly(202, 422);
  }

  @Test
  void an_empty_batch_has_no_results() {
    assertThat(results(intake.batch(""))).isEmpty();
  }

  @Test
  void a_line_that_is_too_long_is_refused_and_the_next_one_read() {
    String lines = "x".repeat(300_000) + "\n" + rating(1, "Y-") + "\n";

    assertThat(results(intake.batch(lines)))
        .extracting(result -> result.get("status").intValue())
        .containsExactly(413, 202);
  }

  @Test
  void a_batch_ends_with_its_ten_thousandth_line() {
    String lines = "{}\n".repeat(10_050);

    List<JsonNode> results = results(intake.batch(lines));

    assertThat(results).hasSize(10_001);
    assertThat(results.get(9_999).get("status").intValue()).isEqualTo(422);
    assertThat(results.getLast().get("status").intValue()).isEqualTo(413);
  }

  private static String goodOrBad(int line) {
    return switch (status(line)) {
      case 400 -> "{\"episode\":";
      case 422 -> with(rating(line, "B-"), "/answers", "[11,1,1,1]");
      default -> rating(line, "B-");
    };
  }

  private static int status(int line) {
    return line % 100 == 0 ? 400 : line % 10 == 0 ? 422 : 202;
  }

  private static String rating(int line, String episode) {
    return with(RATING, "/episode", '"' + episode + line + '"');
  }

  private static List<JsonNode> results(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/x-ndjson"));
    return answer.body().lines().filter(line -> !line.isEmpty()).map(BatchTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
