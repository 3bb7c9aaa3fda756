package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.attune.systemtests.check.Logged;
import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.Names;
import dev.attune.systemtests.fixture.SharedSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedSystem.class)
class BadInputIT {
  private static final int LIMIT_BYTES = 256 * 1024;

  private final Attune attune;
  private final Clinic clinic;
  private final Case about;
  private final ObjectNode good;

  BadInputIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.about = clinic.therapist().newCase();
    this.good = about.srs(7, "36");
  }

  @AfterEach
  void a_good_rating_still_works_and_nothing_else_is_on_the_log() {
    assertThat(clinic.post(good).status()).isEqualTo(202);
    Eventually.holds(() ->
        assertThat(attune.log().scores(clinic.tenant()))
            .singleElement()
            .matches(logged -> logged.key().equals(about.key(7))));
    assertThat(attune.log().ratings(clinic.tenant()))
        .extracting(Logged::key)
        .containsOnly(about.key(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "rating=36", "{\"episode\": }", "{} {}", "[1, NaN]", "\u0000"})
  void what_is_no_json_is_answered_with_400(String body) {
    isProblem(400, attune.intake().post(clinic.ehr(), "/v1/ratings", body));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("faults")
  void a_rating_with_a_fault_is_answered_with_422_and_its_place(
      String what, String pointer, Consumer<ObjectNode> fault) {
    ObjectNode rating = about.srs(1, "36");
    fault.accept(rating);

    Answer answer = clinic.post(rating);

    isProblem(422, answer);
    assertThat(answer.json().path("faults"))
        .extracting(found -> found.path("pointer").asText())
        .containsExactly(pointer);
    assertThat(answer.body()).as("nothing personal").doesNotContain(Names.MARKER);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("an unknown field", "/mood", rating -> rating.put("mood", "good")),
        fault("the tenant", "/tenant", rating -> rating.put("tenant", "northside")),
        fault("a wrong type", "/episode", rating -> rating.put("episode", 7)),
        fault("a missing field", "/client", rating -> rating.remove("client")),
        fault("an unknown instrument", "/instrument", rating -> rating.put("instrument", "mood")),
        fault("too few answers", "/answers", rating -> rating.withArray("answers").remove(0)),
        fault("too many answers", "/answers", rating -> rating.withArray("answers").add(9)),
        answer("out of range", "10.1"),
        answer("below the range", "-0.1"),
        answer("not a step of the scale", "9.05"),
        answer("1e999", "1e999"),
        answer("ten thousand digits", "9." + "3".repeat(10_000)),
        answer("a text", "\"9\""),
        id("a slash", "E/7"),
        id("control characters", "E\u0007"),
        id("a line break", "E\n7"),
        id("300 characters", "E".repeat(300)),
        id("an emoji", "E\uD83D\uDE42"),
        id("nothing", ""),
        fault("answers and a total", "", rating -> rating.putObject("scores").put("total", 36)),
        fault("neither answers nor total", "", rating -> rating.remove("answers")),
        fault(
            "no perspective",
            "/rater/perspective",
            rating -> rater(rating).put("perspective", "CAT")),
        fault(
            "a session in the future",
            "/session/heldAt",
            heldAt(Instant.now().plus(Duration.ofDays(1)))),
        fault("a session before 1970", "/session/heldAt", heldAt(Instant.ofEpochSecond(-1))),
        fault(
            "a session number of zero",
            "/session/number",
            rating -> session(rating).put("number", 0)));
  }

  @Test
  void every_fault_of_a_rating_is_told_at_once() {
    ObjectNode rating = about.srs(1, "36").put("mood", 1).put("episode", "/");
    rating.withArray("answers").set(2, 11);

    assertThat(clinic.post(rating).json().path("faults"))
        .extracting(found -> found.path("pointer").asText())
        .containsExactlyInAnyOrder("/mood", "/episode", "/answers/2");
  }

  @Test
  void nan_is_no_json() {
    String rating = about.srs(1, "36").toString().replace("[9,", "[NaN,");

    assertThat(rating).contains("NaN");
    isProblem(400, attune.intake().post(clinic.ehr(), "/v1/ratings", rating));
  }

  @Test
  void a_body_over_256_kib_is_answered_with_413() {
    ObjectNode rating = about.srs(1, "36").put("comment", "x".repeat(LIMIT_BYTES));

    isProblem(413, clinic.post(rating));
  }

  @Test
  void another_media_type_is_answered_with_415() {
    isProblem(
        415,
        attune
            .intake()
            .post(clinic.ehr(), "/v1/ratings", "text/plain", BodyPublishers.ofString("36")));
  }

  @Test
  void a_bad_line_spoils_no_other() {
    String lines =
        String.join(
            "\n",
            "{ no json",
            good.toString(),
            about.srs(2, "36").put("instrument", "mood").toString(),
            "[]");

    Answer answer = clinic.batch(lines);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.lines())
        .extracting(line -> line.path("line").asInt())
        .containsExactly(1, 2, 3, 4);
    assertThat(answer.lines())
        .extracting(line -> line.path("status").asInt())
        .containsExactly(400, 202, 422, 422);
    assertThat(answer.lines().get(2).at("/problem/faults/0/pointer").asText())
        .isEqualTo("/instrument");
  }

  private static void isProblem(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("type").asText()).startsWith("https://attune.dev/problems/");
    assertThat(answer.body()).doesNotContain("Exception", "dev.attune", "jackson");
  }

  private static Arguments fault(String what, String pointer, Consumer<ObjectNode> change) {
    return Arguments.of(what, pointer, change);
  }

  private static Arguments answer(String what, String json) {
    Consumer<ObjectNode> change =
        rating -> rating.withArray("answers").set(1, new POJONode(new RawValue(json)));
    return Arguments.of("an answer that is " + what, "/answers/1", change);
  }

  private static Arguments id(String what, String id) {
    return fault("an id with " + what, "/episode", rating -> rating.put("episode", id));
  }

  private static Consumer<ObjectNode> heldAt(Instant at) {
    return rating -> session(rating).put("heldAt", at.toString());
  }

  private static ObjectNode session(JsonNode rating) {
    return (ObjectNode) rating.path("session");
  }

  private static ObjectNode rater(JsonNode rating) {
    return (ObjectNode) rating.path("rater");
  }
}
