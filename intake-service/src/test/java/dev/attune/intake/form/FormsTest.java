package dev.attune.intake.form;

import static dev.attune.intake.domain.Bodies.with;
import static dev.attune.intake.domain.Bodies.without;
import static dev.attune.intake.domain.FormBodies.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Topic;
import dev.attune.intake.Surroundings;
import dev.attune.intake.Tokens;
import dev.attune.intake.rest.Intake;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FormsTest {

  private static final String GAD7 =
      "{\"ratings\":[{\"instrument\":\"gad7\",\"answers\":[0,1,2,3,null,0,1]}]}";
  private static final String OTHERWISE =
      "{\"ratings\":[{\"instrument\":\"gad7\",\"answers\":[3,3,3,3,3,3,3]}]}";

  @TestHTTPResource("/")
  URI base;

  private Intake intake;

  @BeforeEach
  void whenReady() {
    intake = new Intake(base);
    intake.awaitReady();
  }

  @Test
  void an_integration_gets_a_link_its_end_and_its_code() {
    HttpResponse<String> answer = post(FORM, Intake.TOKEN);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode made = json(answer);
    assertThat(made.get("link").textValue())
        .startsWith(TestKeys.ADDRESS + "/forms/")
        .doesNotContain("E-77", "C-1");
    assertThat(made.get("qr").textValue()).startsWith("<svg");
    assertThat(Instant.parse(made.get("expiresAt").textValue()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(119)), Instant.now().plus(Duration.ofHours(2)));
    assertThat(made.get("withheld")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "therapist", "supervisor", "admin"})
  void nobody_but_an_integration_makes_links(String group) {
    String token = Surroundings.TOKENS.signed(Tokens.claims("groups", List.of(group)));

    assertThat(post(FORM, token).statusCode()).isEqualTo(403);
  }

  @Test
  void without_a_token_there_is_no_link() {
    assertThat(post(FORM, "x").statusCode()).isEqualTo(401);
  }

  @Test
  void a_form_that_cannot_be_asked_is_refused_with_every_fault() {
    HttpResponse<String> answer =
        post(with(FORM, "/instruments", "[\"unheard-of\"]"), Intake.TOKEN);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).at("/faults/0/pointer").textValue()).isEqualTo("/instruments/0");
    assertThat(post("{", Intake.TOKEN).statusCode()).isEqualTo(400);
  }

  @Test
  void a_form_asks_the_items_and_tells_nothing_of_whom_it_is_about() {
    String page = page(link(FORM)).body();

    assertThat(page)
        .contains("Little interest or pleasure in doing things", "What I was trying to say")
        .contains("Not at all", "November 2, 2026")
        .doesNotContain("E-77", "C-1", "T-9", "S-42", "northside");
  }

  @Test
  void no_page_of_a_form_is_kept_or_tells_another_site_its_address() {
    for (String path : List.of(link(FORM), "/forms/done", "/forms/none")) {
      HttpResponse<String> page = page(path);
      assertThat(page.headers().firstValue("Cache-Control")).as(path).contains("no-store");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy -> assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
      assertThat(page.body())
          .doesNotContainPattern("<style|style=|<script>|javascript:| on[a-z]+=|https?://");
    }
  }

  @Test
  void while_rating_no_number_is_seen() {
    String page = page(link(with(FORM, "/instruments", "[\"toms-open\"]"))).body();
    String seen = page.substring(page.indexOf("<fieldset"), page.lastIndexOf("</fieldset>"));

    assertThat(seen.replaceAll("<[^>]*>", " ")).doesNotContainPattern("[0-9]");
  }

  @Test
  void the_form_speaks_the_language_that_was_ordered_or_else_the_browsers() {
    String ordered = with(with(FORM, "/instruments", "[\"toms-open\"]"), "/language", "\"de\"");
    String open = without(ordered, "/language");

    assertThat(page(link(ordered), "en").body())
        .contains("<html lang=\"de\"", "Wir hatten dasselbe Ziel vor Augen.", "Absenden");
    assertThat(page(link(open), "de-AT").body()).contains("<html lang=\"de-AT\"", "Absenden");
    assertThat(page(link(open), "fr").body()).contains("<html lang=\"en\"", "Send");
    assertThat(page(link(open) + "?lang=de", "en").body()).contains("Absenden");
  }

  @Test
  void a_rating_sent_with_a_form_is_on_the_log_with_the_context_of_its_link() {
    String link = link(gad7("E-501"));

    HttpResponse<String> answer = send(link, GAD7);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(json(answer).get("ratings").intValue()).isEqualTo(1);
    Rating rating = only("northside/E-501/");
    assertThat(rating.key().text()).isEqualTo("northside/E-501/S-42/gad7/CLIENT/C-1");
    assertThat(rating.therapist()).isEqualTo("T-9");
    assertThat(rating.session().number()).isEqualTo(4);
    assertThat(rating.ratedAt())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    assertThat(rating.answers())
        .containsExactly(number(0), number(1), number(2), number(3), null, number(0), number(1));
  }

  @Test
  void an_answer_is_on_the_log_as_it_was_chosen() {
    String link =
        link(with(with(FORM, "/instruments", "[\"toms-open\"]"), "/episode", "\"E-511\""));

    send(
        link,
        "{\"ratings\":[{\"instrument\":\"toms-open\",\"answers\":[10,0,5,%snull]}]}"
            .formatted("null,".repeat(21)));

    assertThat(new String(record("northside/E-511/").value(), StandardCharsets.UTF_8))
        .contains("\"answers\":[10,0,5,null,");
  }

  @Test
  void a_form_of_another_clinic_writes_into_that_clinic_alone() {
    String link = link(gad7("E-502"), Intake.tokenOf("southside"));

    assertThat(send(link, GAD7).statusCode()).isEqualTo(202);

    assertThat(Intake.records(Topic.RATINGS, "northside/E-502/")).isEmpty();
    assertThat(Intake.records(Topic.RATINGS, "southside/E-502/")).hasSize(1);
  }

  @Test
  void not_today_is_a_rating_that_was_declined() {
    String link = link(gad7("E-503"));

    send(link, "{\"ratings\":[{\"instrument\":\"gad7\",\"declined\":true}]}");

    assertThat(only("northside/E-503/").declined()).isTrue();
  }

  @Test
  void a_form_of_two_instruments_is_two_ratings_of_one_moment() {
    String link =
        link(with(with(FORM, "/instruments", "[\"gad7\",\"phq9\"]"), "/episode", "\"E-504\""));

    HttpResponse<String> answer =
        send(
            link,
            GAD7.replace("]}]}", "]},{\"instrument\":\"phq9\",\"answers\":[%s]}]}")
                .formatted("0,".repeat(9) + "0"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    List<Rating> ratings = ratings("northside/E-504/");
    assertThat(ratings).extracting(Rating::instrument).containsExactlyInAnyOrder("gad7", "phq9");
    assertThat(ratings).extracting(Rating::ratedAt).containsOnly(ratings.getFirst().ratedAt());
  }

  @Test
  void sent_twice_it_is_written_once() {
    String link = link(gad7("E-505"));

    assertThat(send(link, GAD7).statusCode()).isEqualTo(202);
    assertThat(send(link, GAD7).statusCode()).isEqualTo(202);

    assertThat(Intake.records(Topic.RATINGS, "northside/E-505/")).hasSize(1);
  }

  @Test
  void sent_from_many_windows_at_once_it_is_one_rating() {
    String link = link(gad7("E-506"));

    List<Integer> answers =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(link, GAD7).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(202);
    assertThat(Intake.records(Topic.RATINGS, "northside/E-506/"))
        .extracting(ConsumerRecord::key)
        .containsOnly("northside/E-506/S-42/gad7/CLIENT/C-1");
  }

  @Test
  void a_link_that_was_used_cannot_be_used_for_something_else() {
    String link = link(gad7("E-507"));
    send(link, GAD7);

    HttpResponse<String> again = send(link, OTHERWISE);

    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(json(again).get("type").textValue()).endsWith("/form-sent");
    assertThat(only("northside/E-507/").answers()).contains(number(1));
    HttpResponse<String> page = page(link);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body())
        .contains("data-why=\"SENT\"", "This form has been sent")
        .doesNotContain("<fieldset");
  }

  @Test
  void answers_are_checked_as_those_of_an_ehr_are() {
    String link = link(gad7("E-508"));

    HttpResponse<String> answer = send(link, GAD7.replace("[0,", "[4,"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).at("/faults/0/pointer").textValue()).isEqualTo("/answers/0");
    assertThat(Intake.records(Topic.RATINGS, "northside/E-508/")).isEmpty();
    assertThat(send(link, GAD7).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "{, 400",
    "'{\"ratings\":[]}', 422",
    "'{\"ratings\":[{\"instrument\":\"phq9\",\"declined\":true}]}', 422",
    "'{\"ratings\":[{\"instrument\":\"gad7\"}]}', 422",
    "'{\"tenant\":\"southside\",\"ratings\":[{\"instrument\":\"gad7\",\"declined\":true}]}', 422"
  })
  void what_is_no_submission_of_this_form_is_refused(String body, int status) {
    assertThat(send(link(gad7("E-509")), body).statusCode()).isEqualTo(status);
    assertThat(Intake.records(Topic.RATINGS, "northside/E-509/")).isEmpty();
  }

  @Test
  void a_page_of_another_site_cannot_send_a_form() {
    HttpResponse<String> answer =
        intake.send(
            intake
                .stranger(link(gad7("E-510")))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(GAD7))
                .build());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Intake.records(Topic.RATINGS, "northside/E-510/")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"srs, LICENCE", "ors, LICENCE", "core10, WORDING"})
  void what_may_not_be_shown_is_a_page_that_says_why(String instrument, Closed why) {
    String order = with(FORM, "/instruments", "[\"" + instrument + "\"]");
    HttpResponse<String> made = post(order, Intake.TOKEN);

    assertThat(json(made).at("/withheld/0/instrument").textValue()).isEqualTo(instrument);
    assertThat(json(made).at("/withheld/0/reason").textValue()).isEqualTo(why.name());
    String link = path(made);
    assertThat(page(link).statusCode()).isEqualTo(403);
    assertThat(page(link).body())
        .contains("data-why=\"" + why + "\"", "paper")
        .doesNotContain("<fieldset", "<form");
    HttpResponse<String> sent =
        send(
            link,
            "{\"ratings\":[{\"instrument\":\"%s\",\"declined\":true}]}".formatted(instrument));
    assertThat(sent.statusCode()).isEqualTo(403);
  }

  @Test
  void what_may_be_shown_is_shown_without_what_may_not() {
    HttpResponse<String> made =
        post(with(FORM, "/instruments", "[\"ors\",\"gad7\"]"), Intake.TOKEN);

    assertThat(json(made).at("/withheld/0/instrument").textValue()).isEqualTo("ors");
    String body = page(path(made)).body();
    assertThat(body).contains("data-instrument=\"gad7\"").doesNotContain("data-instrument=\"ors\"");
  }

  @Test
  void a_therapist_and_an_observer_are_asked_in_their_own_words() {
    String therapist =
        with(
            with(FORM, "/instruments", "[\"toms-open\"]"),
            "/rater",
            "{\"perspective\":\"THERAPIST\",\"id\":\"T-9\"}");
    String observer =
        with(
            with(FORM, "/instruments", "[\"toms-open-obs\"]"),
            "/rater",
            "{\"perspective\":\"OBSERVER\",\"id\":\"O-1\"}");

    assertThat(page(link(therapist)).body())
        .contains("I caught what my client was trying to say.")
        .doesNotContain("call your local emergency number");
    assertThat(page(link(observer)).body())
        .contains("Start at 3 and move only on evidence", "Non-verbal attunement");
  }

  @Test
  void a_link_that_is_none_is_a_page_that_says_so() {
    String link = link(FORM);
    for (String broken :
        List.of("/forms/none", link.substring(0, link.length() - 9), link + "AAAA")) {
      HttpResponse<String> page = page(broken);
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("data-why=\"UNKNOWN\"").doesNotContain("<fieldset");
      assertThat(send(broken, GAD7).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_link_that_has_ended_is_a_page_that_says_so() {
    HttpResponse<String> page = page(sealed(TestKeys.ADDRESS, Duration.ofHours(1), 2));

    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("data-why=\"EXPIRED\"", "ask for a new one");
    assertThat(send(sealed(TestKeys.ADDRESS, Duration.ofHours(1), 2), GAD7).statusCode())
        .isEqualTo(410);
  }

  @Test
  void a_link_of_another_clinics_system_is_a_page_that_says_so() {
    HttpResponse<String> page = page(sealed("https://other.example", Duration.ofHours(1), 0));

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("data-why=\"ELSEWHERE\"");
  }

  @Test
  void a_form_whose_questions_have_changed_is_a_page_that_says_so() {
    HttpResponse<String> page = page(sealed(TestKeys.ADDRESS, Duration.ofHours(1), 0));

    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("data-why=\"OUTDATED\"");
    assertThat(send(sealed(TestKeys.ADDRESS, Duration.ofHours(1), 0), GAD7).statusCode())
        .isEqualTo(410);
  }

  @Test
  void the_end_is_a_page_without_anything_of_the_form() {
    assertThat(page("/forms/done", "de").body()).contains("Vielen Dank").doesNotContain("<form");
    assertThat(page("/forms/done?lang=de&kiosk=1").body()).contains("geben Sie das Gerät zurück");
    assertThat(page("/forms/done?kiosk=1&left=1").body()).contains("Nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attune.css",
        "mark.svg",
        "form.css",
        "form.js",
        "form-draft.js",
        "form-kiosk.js",
        "form-questions.js",
        "form-sending.js"
      })
  void what_a_page_refers_to_is_there(String file) {
    assertThat(page("/assets/" + file).statusCode()).isEqualTo(200);
  }

  @Test
  void no_link_becomes_a_label_of_a_metric() {
    String link = link(FORM);
    page(link);
    page("/forms/none");

    String metrics = intake.get("/q/metrics").body();
    assertThat(metrics).contains("/forms/{token}").doesNotContain(link, "/forms/none");
  }

  private HttpResponse<String> post(String body, String token) {
    return intake.send(
        intake
            .stranger("/v1/forms")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String link(String body) {
    return link(body, Intake.TOKEN);
  }

  private String link(String body, String token) {
    return path(post(body, token));
  }

  private static String path(HttpResponse<String> made) {
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return json(made).get("link").textValue().substring(TestKeys.ADDRESS.length());
  }

  /** A link to a version that never was, sealed some hours ago. */
  private static String sealed(String address, Duration validFor, int hoursAgo) {
    try {
      Path keys = TestKeys.write(Files.createTempDirectory("attune-forms"), "test");
      return new FormLinks(TestKeys.keys(keys, address))
          .seal(
              FormLinksTest.order("E-1", "C-1"),
              validFor,
              Instant.now().minus(Duration.ofHours(hoursAgo)))
          .address()
          .substring(address.length());
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> page(String path) {
    return page(path, "en");
  }

  private HttpResponse<String> page(String path, String language) {
    return intake.send(
        intake
            .stranger(path)
            .header("Accept", "text/html")
            .header("Accept-Language", language)
            .GET()
            .build());
  }

  private HttpResponse<String> send(String link, String body) {
    return intake.send(
        intake
            .stranger(link)
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String gad7(String episode) {
    return with(with(FORM, "/instruments", "[\"gad7\"]"), "/episode", "\"" + episode + "\"");
  }

  private static ConsumerRecord<String, byte[]> record(String prefix) {
    return Intake.records(Topic.RATINGS, prefix).getFirst();
  }

  private static Rating only(String prefix) {
    List<Rating> ratings = ratings(prefix);
    assertThat(ratings).hasSize(1);
    return ratings.getFirst();
  }

  private static List<Rating> ratings(String prefix) {
    return Intake.records(Topic.RATINGS, prefix).stream()
        .map(record -> Json.read(record.value(), Rating.class))
        .toList();
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
