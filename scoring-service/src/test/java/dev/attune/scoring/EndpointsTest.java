package dev.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as a process, while there is no broker. */
@QuarkusTest
class EndpointsTest {

  // HTTP/1.1: after an upgrade to HTTP/2 this client trips over the header of a refusal.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource URI address;

  @Test
  void without_a_broker_it_is_alive_but_not_ready_and_says_why() throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/q/health/ready").body().contains("Kafka does not answer"));

    assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/q/health/started").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attune_scores_total{state=\"COMPLETE\"}",
        "attune_scores_repeated_total",
        "attune_streams_lag",
        "attune_streams_stalled",
        "attune_streams_state{state=\"RUNNING\"}"
      })
  void metric_is_there_from_the_start(String metric) throws Exception {
    assertThat(get("/q/metrics").body()).contains(metric);
  }

  @Test
  void nothing_else_is_served() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/v1/ratings").statusCode()).isEqualTo(404);
  }

  @Test
  void large_body_is_refused() throws Exception {
    var request =
        HttpRequest.newBuilder(address.resolve("/q/health"))
            .POST(BodyPublishers.ofString("x".repeat(10_000)))
            .build();

    assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
  }
}
