package dev.attune.intake.rest;

import static dev.attune.intake.domain.Bodies.RATING;
import static dev.attune.intake.domain.Bodies.SESSION;
import static dev.attune.intake.domain.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.Topic;
import dev.attune.intake.Surroundings;
import dev.attune.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RatingsTest {

  @TestHTTPResource("/")
  URI base;

  private Intake intake;

  @BeforeEach
  void whenReady() {
    intake = new Intake(base);
    intake.awaitReady();
  }

  @Test
  void a_rating_is_acknowledged_once_it_is_on_the_log() throws IOException {
    HttpResponse<String> answer = intake.post(of("E-100"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode accepted = Json.MAPPER.readTree(answer.body());
    assertThat(accepted.get("repeated").booleanValue()).isFalse();
    ConsumerRecord<String, byte[]> record = onlyRecord(Topic.RATINGS, "northside/E-100/");
    assertThat(record.key()).isEqualTo("northside/E-100/S-42/srs/CLIENT/C-1");
    assertThat(record.partition())
        .isEqualTo(EpisodePartition.of(record.key(), Topic.DEFAULT_PARTITIONS));
    Rating rating = Json.read(record.value(), Rating.class);
    assertThat(rating.key().ratingId()).isEqualTo(accepted.get("ratingId").textValue());
    assertThat(rating.answers())
        .containsExactly(new BigDecimal("9.5"), new BigDecimal("9.2"), null, new BigDecimal("9.4"));
  }

  @Test
  void a_record_carries_cloud_events_and_the_callers_trace() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    Instant before = Instant.now();

    HttpResponse<String> answer =
        intake.send(
            intake
                .request("/v1/ratings")
                .header("Content-Type", "application/json")
                .header("traceparent", trace)
                .POST(BodyPublishers.ofString(of("E-101")))
                .build());

    assertThat(answer.statusCode()).isEqualTo(202);
    ConsumerRecord<String, byte[]> record = onlyRecord(Topic.RATINGS, "northside/E-101/");
    assertThat(header(record, Headers.CE_SPECVERSION)).isEqualTo("1.0");
    assertThat(header(record, Headers.CE_TYPE)).isEqualTo(EventType.RATING.type());
    assertThat(header(record, Headers.CE_SOURCE)).isEqualTo("/attune/intake-service");
    assertThat(header(record, Headers.CE_ID)).startsWith("rat_");
    assertThat(header(record, Headers.CONTENT_TYPE)).isEqualTo("application/json");
    assertThat(header(record, Headers.TRACEPARENT)).isEqualTo(trace);
    assertThat(Instant.parse(header(record, Headers.CE_TIME))).isBetween(before, Instant.now());
  }

  @Test
  void sixty_four_parallel_identical_posts_are_one_rating_with_one_id() {
    List<String> answers =
        IntStream.range(0, 64)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> intake.post(of("E-102"))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .peek(answer -> assertThat(answer.statusCode()).isEqualTo(202))
            .map(HttpResponse::body)
            .toList();

    assertThat(answers.stream().map(body -> json(body).get("ratingId").textValue()).distinct())
        .hasSize(1);
    assertThat(answers.stream().filter(body -> !json(body).get("repeated").booleanValue()))
        .as("told to be new")
        .hasSize(1);
    List<ConsumerRecord<String, byte[]>> records =
        Intake.records(Topic.RATINGS, "northside/E-102/");
    assertThat(records.stream().map(ConsumerRecord::key).distinct()).hasSize(1);
    assertThat(records.stream().map(r -> new String(r.value(), StandardCharsets.UTF_8)).distinct())
        .hasSize(1);
    String id = json(answers.getFirst()).get("ratingId").textValue();
    assertThat(records).allSatisfy(r -> assertThat(header(r, Headers.CE_ID)).startsWith(id));
  }

  @Test
  void an_amendment_has_the_same_id_and_is_not_repeated() {
    JsonNode first = json(intake.post(of("E-103")).body());

    JsonNode amended = json(intake.post(with(of("E-103"), "/answers", "[1,1,1,1]")).body());

    assertThat(amended.get("ratingId")).isEqualTo(first.get("ratingId"));
    assertThat(amended.get("repeated").booleanValue()).isFalse();
    assertThat(Intake.records(Topic.RATINGS, "northside/E-103/")).hasSize(2);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("{\"episode\":", "application/json", 400, "unreadable"),
        Arguments.of("", "application/json", 400, "unreadable"),
        Arguments.of(
            with(RATING, "/answers", "[1e999,11,\"9\",0]"),
            "application/json",
            422,
            "rating-refused"),
        Arguments.of("x".repeat(256 * 1024 + 1), "application/json", 413, "too-large"),
        Arguments.of(RATING, "text/plain", 415, "unsupported-media-type"),
        Arguments.of(RATING, "application/x-ndjson", 415, "unsupported-media-type"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void bad_input_is_refused_as_a_problem(String body, String type, int status, String slug) {
    HttpResponse<String> answer =
        intake.send(
            intake
                .request("/v1/ratings")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());

    assertProblem(answer, status, slug);
  }

  @Test
  void every_fault_of_a_body_is_in_the_answer() {
    JsonNode problem =
        json(intake.post(with(with(RATING, "/answers", "[11,\"x\",3,4]"), "/nick", "1")).body());

    assertThat(problem.get("faults").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/answers/0", "/answers/1", "/nick");
  }

  @Test
  void a_body_without_length_that_grows_too_large_is_refused() {
    byte[] large = "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        intake.send(
            intake
                .request("/v1/ratings")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());

    assertProblem(answer, 413, "too-large");
  }

  static Stream<Arguments> tokens() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> withoutTenant = Tokens.claims();
    withoutTenant.remove("tenant");
    return Stream.of(
        Arguments.of("expired", signed(Tokens.claims("exp", now - 120)), 401),
        Arguments.of("of another issuer", signed(Tokens.claims("iss", "elsewhere")), 401),
        Arguments.of("for another audience", signed(Tokens.claims("aud", "payroll")), 401),
        Arguments.of("without tenant", signed(withoutTenant), 401),
        Arguments.of("with a tenant that splits keys", signed(Tokens.claims("tenant", "a/b")), 401),
        Arguments.of("without signature", Tokens.unsigned(Tokens.claims()), 401),
        Arguments.of("signed by another key", new Tokens().signed(Tokens.claims()), 401),
        Arguments.of("no token at all", "rubbish", 401),
        Arguments.of("a therapist", signed(Tokens.claims("groups", List.of("therapist"))), 403),
        Arguments.of("a client", signed(Tokens.claims("groups", List.of("client"))), 403),
        Arguments.of("nobody", signed(Tokens.claims("groups", List.of())), 403));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void only_an_integration_with_a_valid_token_may_write(String who, String token, int status) {
    for (String path : List.of("/v1/ratings", "/v1/ratings/batch")) {
      String type = path.endsWith("batch") ? "application/x-ndjson" : "application/json";
      HttpResponse<String> answer =
          intake.send(
              intake
                  .request(path)
                  .setHeader("Authorization", "Bearer " + token)
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString(of("E-104").replace("\n", "") + "\n"))
                  .build());

      assertProblem(answer, status, status == 401 ? "unauthorized" : "forbidden");
    }
    assertThat(Intake.records(Topic.RATINGS, "northside/E-104/")).isEmpty();
  }

  @Test
  void a_session_is_acknowledged_once_it_is_on_the_log() {
    HttpResponse<String> answer = intake.session("S-7", with(SESSION, "/episode", "\"E-105\""));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    ConsumerRecord<String, byte[]> record = onlyRecord(Topic.SESSIONS, "northside/E-105/");
    assertThat(record.key()).isEqualTo("northside/E-105/S-7");
    assertThat(header(record, Headers.CE_TYPE)).isEqualTo(EventType.SESSION.type());
    assertThat(Json.read(record.value(), SessionRecord.class).key().text()).isEqualTo(record.key());
  }

  @Test
  void a_session_with_faults_is_refused() {
    assertProblem(intake.session("S-7", with(SESSION, "/status", "1")), 422, "session-refused");
    assertProblem(intake.session("S%2F7", SESSION), 422, "session-refused");
    assertProblem(intake.session("S-7", "{"), 400, "unreadable");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(json(answer.body()).get("type").textValue())
        .isEqualTo("https://attune.dev/problems/" + slug);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jackson");
  }

  private static ConsumerRecord<String, byte[]> onlyRecord(Topic topic, String prefix) {
    List<ConsumerRecord<String, byte[]>> records = Intake.records(topic, prefix);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static String signed(Map<String, Object> claims) {
    return Surroundings.TOKENS.signed(claims);
  }

  private static String of(String episode) {
    return with(RATING, "/episode", '"' + episode + '"');
  }

  private static JsonNode json(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw new AssertionError(body, e);
    }
  }
}
