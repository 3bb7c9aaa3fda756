package dev.attune.intake.rest;

import static dev.attune.intake.domain.Bodies.RATING;
import static dev.attune.intake.domain.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Topic;
import dev.attune.intake.Surroundings;
import dev.attune.intake.log.Event;
import dev.attune.intake.log.EventLog;
import dev.attune.intake.log.LogConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OutageTest {

  @TestHTTPResource("/")
  URI base;

  @Inject EventLog log;
  @Inject LogConfig config;

  private Intake intake;

  @BeforeEach
  void whenReady() {
    intake = new Intake(base);
    intake.awaitReady();
  }

  @AfterEach
  void brokerIsBack() {
    if (!Surroundings.kafka().alive()) {
      Surroundings.kafka().restart();
    }
  }

  @Test
  void without_a_broker_a_caller_is_told_so_in_time_and_all_recovers_by_itself() {
    assertThat(post(0).statusCode()).isEqualTo(202);
    Surroundings.kafka().kill();

    List<CompletableFuture<HttpResponse<String>>> posts =
        IntStream.range(0, 50).mapToObj(i -> CompletableFuture.supplyAsync(() -> post(i))).toList();

    assertThat(posts)
        .allSatisfy(post ->
            assertThat(post)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(OutageTest::tellsToSendAgain));
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> intake.get("/q/health/ready").statusCode() == 503);
    assertThat(intake.get("/q/health/live").statusCode()).isEqualTo(200);
    long began = System.nanoTime();
    assertThat(post(1)).satisfies(OutageTest::tellsToSendAgain);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));

    Surroundings.kafka().restart();
    intake.awaitReady();

    IntStream.range(0, 50).forEach(i -> assertThat(post(i).statusCode()).isEqualTo(202));
    assertThat(Intake.records(Topic.RATINGS, "northside/O-").stream().map(r -> r.key()).distinct())
        .hasSize(50);
  }

  @Test
  void a_clinic_that_holds_its_share_is_told_to_wait() {
    assertThat(post(0).statusCode()).isEqualTo(202);
    Surroundings.whileTheBrokerHangs(() -> {
      append("northside", config.inFlightPerTenant());

      assertRefused(post(1), 429, "too-much-at-once");
      assertThat(intake.batch(RATING.replace("\n", "")).body())
          .contains("\"status\":429", "\"retryAfter\":1");
    });
    takesRatingsAgain();
  }

  @Test
  void when_all_places_are_taken_a_caller_is_told_to_wait() {
    assertThat(post(0).statusCode()).isEqualTo(202);
    Surroundings.whileTheBrokerHangs(() -> {
      append("southside", config.inFlightPerTenant());
      append("eastside", config.inFlight() - config.inFlightPerTenant());

      assertRefused(post(1), 503, "busy");
    });
    takesRatingsAgain();
  }

  /** Puts events under way that only a broker can bring to an end. */
  private void append(String tenant, int times) {
    for (int i = 0; i < times; i++) {
      byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
      String key = tenant + "/E-1/S-1";
      String trace = TraceContext.of("");
      var event = new Event(EventType.SESSION, tenant, "ses_1", key, nothing, Instant.now(), trace);
      assertThat(log.append(event)).as("event %d of %s", i, tenant).isNotDone();
    }
  }

  private void takesRatingsAgain() {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> post(2).statusCode() == 202);
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(slug);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  private HttpResponse<String> post(int episode) {
    return intake.post(with(RATING, "/episode", "\"O-" + episode + '"'));
  }

  private static void tellsToSendAgain(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body())
        .containsAnyOf("outcome-unknown", "log-out-of-reach")
        .doesNotContain("Exception")
        .doesNotContain("127.0.0.1");
  }
}
