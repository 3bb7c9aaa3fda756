package dev.attune.feedback.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.CaseloadView;
import dev.attune.feedback.testing.Episode;
import dev.attune.feedback.testing.Log;
import dev.attune.feedback.testing.Surroundings;
import dev.attune.web.Caller;
import dev.attune.web.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PagesTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";

  private final String tenant = "clinic-" + UUID.randomUUID();
  private final Episode episode = Episode.of(tenant, "E-1", "T-1");

  @Test
  void a_strain_comes_to_stand_on_the_caseload_and_its_episode() {
    say();
    await().atMost(SOON).until(() -> caseload("en").contains("data-severity=\"RED\""));
    assertThat(caseload("en"))
        .contains("data-testid=\"episode-row\" data-episode=\"E-1\"")
        .contains("Possible strain in the alliance – worth asking about")
        .contains("Rated 30.0 where 37.4 was expected.")
        .contains("<path class=\"run\"");
    assertThat(page("/episodes/E-1", "de").asString())
        .contains("<html lang=\"de\">")
        .contains("data-testid=\"alert\" data-alert=\"" + episode.alertId(5) + "\"")
        .contains("Mögliche Belastung der Allianz – ein Nachfragen lohnt sich")
        .contains("37,4 <small>± 2,5</small>")
        .contains("data-testid=\"acknowledge\"");
  }

  @Test
  void an_empty_caseload_says_what_to_do() {
    assertThat(caseload("en")).contains("data-testid=\"empty\"").contains("POST /v1/ratings");
  }

  @Test
  void what_is_not_the_callers_own_is_a_friendly_page() {
    Response answer = page("/episodes/E-999", "en");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).contains("data-kind=\"NOT_FOUND\"");
  }

  @ParameterizedTest
  @CsvSource({"/", "/episodes/E-1"})
  void who_is_not_signed_in_is_sent_to_the_local_sign_in(String path) {
    Response answer = browser("en").get(path);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/sign-in");
  }

  @Test
  void a_client_finds_no_page_of_a_therapist() {
    String token = Surroundings.ISSUER.token(tenant, "C-1", Role.CLIENT, SOON);
    Response answer = browser("en").header("Authorization", "Bearer " + token).get("/");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.asString()).contains("data-kind=\"NOT_ALLOWED\"");
  }

  @Test
  void signing_in_at_the_page_opens_the_caseload() {
    assertThat(browser("en").get("/sign-in").asString())
        .contains("name=\"tenant\"")
        .contains("name=\"role\"")
        .contains("name=\"subject\"");
    Response signedIn =
        browser("en")
            .formParams(Map.of("tenant", tenant, "role", "therapist", "subject", "T-1"))
            .post("/sign-in");
    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertThat(browser("en").cookies(signedIn.cookies()).get("/").asString())
        .contains("T-1", tenant, "data-testid=\"live-state\"");
  }

  @ParameterizedTest
  @CsvSource({"/", "/episodes/E-999", "/sign-in", "/no-such-page"})
  void every_page_is_guarded(String path) {
    Response answer = page(path, "en");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.asString())
        .doesNotContainPattern("<style|style=|<script>|javascript:| on[a-z]+=|https?://");
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/attune.css",
    "/assets/pages.css",
    "/assets/live.js",
    "/assets/caseload.js",
    "/assets/episode.js",
    "/assets/chart.js",
    "/assets/mark.svg",
    "/_static/echarts/6.0.0/dist/echarts.common.min.js"
  })
  void what_a_page_refers_to_is_there(String path) {
    assertThat(given().get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void the_interface_for_programs_keeps_answering_in_json() {
    Response answer = page("/v1/episodes/E-999", "en");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void whatever_an_identifier_holds_is_text_on_a_page() {
    var alert = Views.alert("a\"><b>", Severity.RED, AlertStatus.OPEN, HOSTILE);
    var caseload = new CaseloadView(List.of(Views.line("E-77", HOSTILE, alert)), HOSTILE);
    var episode = Views.episode(HOSTILE, List.of(alert), List.of());
    assertThat(Templates.caseload(CaseloadPage.of(frame(), caseload, Map.of())).render())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")
        .doesNotContain("<script>");
    assertThat(Templates.episode(EpisodePage.of(frame(), episode)).render())
        .contains("&lt;script&gt;", "&lt;b&gt;SRS&lt;/b&gt;")
        .doesNotContain("<script>", "<b>");
  }

  @Test
  void no_page_calls_a_finding_what_is_a_prompt() {
    for (AlertStatus status : AlertStatus.values()) {
      var alert = Views.alert("a-1", Severity.RED, status, "C-1");
      var mark = Views.mark("SRS-03", AlertStatus.NOTED, "36");
      var view = Views.episode("C-1", List.of(alert), List.of(mark));
      String html = Templates.episode(EpisodePage.of(frame(), view)).render();
      assertThat(html).doesNotContainIgnoringCase("rupture").doesNotContain("dissatisfied");
      assertThat(html).contains("below the cut-off 36").contains("data-testid=\"mark\"");
    }
  }

  private Frame frame() {
    var caller = new Caller(tenant, HOSTILE, Set.of(Role.THERAPIST), Instant.MAX);
    return new Frame(Writing.of("en", ZoneOffset.UTC), caller, true);
  }

  private void say() {
    try (var log = new Log(Surroundings.kafka().bootstrapServers())) {
      log.say(episode.score(4, "37"));
      log.say(episode.score(5, "30"));
      log.say(episode.alert(5, 1, AlertStatus.OPEN, Severity.RED));
    }
  }

  private String caseload(String language) {
    return page("/", language).asString();
  }

  private Response page(String path, String language) {
    String token = Surroundings.ISSUER.therapist(tenant, "T-1");
    return browser(language).header("Authorization", "Bearer " + token).get(path);
  }

  private static RequestSpecification browser(String language) {
    return given()
        .redirects()
        .follow(false)
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Accept-Language", language);
  }
}
