package dev.attune.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import dev.attune.intake.Surroundings;
import dev.attune.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CatalogueTest {

  @TestHTTPResource("/")
  URI base;

  private Intake intake;

  @BeforeEach
  void connect() {
    intake = new Intake(base);
  }

  @Test
  void every_instrument_is_listed() throws Exception {
    JsonNode list = Json.MAPPER.readTree(intake.get("/v1/instruments").body());

    assertThat(list.get("instruments").findValuesAsText("id"))
        .containsExactlyElementsOf(Catalogue.shipped().all().stream().map(Instrument::id).toList());
  }

  @Test
  void a_definition_tells_items_ranges_cutoffs_sources_and_gate() throws Exception {
    JsonNode srs = Json.MAPPER.readTree(intake.get("/v1/instruments/srs").body());

    assertThat(srs.get("items")).hasSize(4);
    assertThat(srs.at("/response/step").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(srs.at("/ranges/total/max").decimalValue()).isEqualByComparingTo("40");
    assertThat(srs.get("cutoffs")).isNotEmpty();
    assertThat(srs.get("sources")).isNotEmpty();
    assertThat(srs.at("/licence/gate").textValue()).isEqualTo("BLOCKED_ELECTRONIC");
  }

  @Test
  void a_definition_tells_why_its_form_may_not_be_shown() throws Exception {
    JsonNode form = Json.MAPPER.readTree(intake.get("/v1/instruments/srs").body()).get("form");

    assertThat(form.get("open").booleanValue()).isFalse();
    assertThat(form.get("obstacles").findValuesAsText("code"))
        .containsExactly("LICENCE_MISSING", "WORDING_MISSING");
    assertThat(form.get("obstacles").findValuesAsText("message")).noneMatch(String::isBlank);
  }

  @Test
  void the_list_tells_which_forms_may_be_shown() throws Exception {
    JsonNode list = Json.MAPPER.readTree(intake.get("/v1/instruments").body()).get("instruments");

    assertThat(list)
        .filteredOn(one -> one.get("form").booleanValue())
        .extracting(one -> one.get("id").textValue())
        .contains("toms-open")
        .doesNotContain("srs", "wai36", "casf");
  }

  @Test
  void an_unchanged_definition_is_not_sent_again() {
    HttpResponse<String> first = intake.get("/v1/instruments/srs");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> second =
        intake.send(
            intake.request("/v1/instruments/srs").header("If-None-Match", tag).GET().build());

    assertThat(first.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("private").contains("max-age=300"));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void an_unknown_instrument_is_not_found() {
    HttpResponse<String> answer = intake.get("/v1/instruments/mmpi");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("https://attune.dev/problems/not-found");
  }

  @Test
  void any_role_may_read_but_not_a_stranger() {
    String therapist = Surroundings.TOKENS.signed(Tokens.claims("groups", List.of("therapist")));

    assertThat(read("Bearer " + therapist)).isEqualTo(200);
    assertThat(read("Bearer rubbish")).isEqualTo(401);
  }

  @Test
  void metrics_count_by_reason_and_name_nobody() {
    intake.awaitReady();
    intake.post("{}");
    strangersCall();

    String metrics = intake.get("/q/metrics").body();

    assertThat(metrics)
        .contains("attune_ratings_accepted_total")
        .contains("attune_ratings_refused_total{reason=\"rating-refused\"}")
        .contains("attune_intake_in_flight")
        .contains("attune_intake_acknowledged_seconds_bucket")
        .contains("uri=\"/v1/sessions/{session}\"")
        .doesNotContain("northside")
        .doesNotContainIgnoringCase("jane");
  }

  /** Calls that are answered before anybody asks who calls, with a name wherever one fits. */
  private void strangersCall() {
    HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    String accept = "Accept";
    Stream.of(
            intake.stranger("/v1/sessions/Jane-1").POST(nothing),
            intake.stranger("/v1/sessions/Jane-2").header("Content-Type", "a/b").PUT(nothing),
            intake.stranger("/v1/sessions/Jane%2F3").GET(),
            intake.stranger("/v1/sessions/Jane-4/more").GET(),
            intake.stranger("/v1/instruments/jane-5").header(accept, "a/b").GET(),
            intake.stranger("/v1/instruments/jane-6").PUT(nothing),
            intake.stranger("//v1/instruments/jane-7").DELETE(),
            intake.stranger("/Jane-8").GET(),
            intake.stranger("//Jane-9").GET(),
            intake.stranger("/q/Jane-10").GET(),
            intake.stranger("/v1/ratings").method("JANE", nothing),
            intake.stranger("/v1/ratings?name=jane-11").header("Jane", "Jane").GET())
        .forEach(call -> assertThat(intake.send(call.build()).statusCode()).isBetween(400, 499));
  }

  private int read(String authorization) {
    return intake
        .send(
            intake
                .request("/v1/instruments")
                .setHeader("Authorization", authorization)
                .GET()
                .build())
        .statusCode();
  }
}
