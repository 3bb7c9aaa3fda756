package dev.attune.intake.rest;

import static dev.attune.intake.domain.Bodies.RATING;
import static dev.attune.intake.domain.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Topic;
import dev.attune.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
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
