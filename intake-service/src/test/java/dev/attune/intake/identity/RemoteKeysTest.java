package dev.attune.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.Surroundings;
import dev.attune.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(value = SlowKeys.class, restrictToAnnotatedClass = true)
class RemoteKeysTest {

  /** More than there are event loops, so that each has one to wait with. */
  private static final int CALLERS = 64;

  @TestHTTPResource("/")
  URI base;

  @Test
  void while_the_issuer_is_slow_to_give_its_keys_others_are_answered() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String token = Surroundings.TOKENS.signed(Tokens.claims());
      List<CompletableFuture<HttpResponse<String>>> calls =
          IntStream.range(0, CALLERS).mapToObj(i -> http.sendAsync(rating(token), text())).toList();
      assertThat(SlowKeys.ASKED.await(20, TimeUnit.SECONDS)).isTrue();

      List<CompletableFuture<HttpResponse<String>>> others =
          IntStream.range(0, CALLERS).mapToObj(i -> http.sendAsync(live(), text())).toList();

      assertThat(others)
          .allSatisfy(other ->
              assertThat(other)
                  .succeedsWithin(Duration.ofSeconds(10))
                  .returns(200, HttpResponse::statusCode));
      assertThat(calls).allSatisfy(call -> assertThat(call).isNotDone());
      SlowKeys.GIVE.countDown();
      assertThat(calls)
          .allSatisfy(call ->
              assertThat(call)
                  .succeedsWithin(Duration.ofSeconds(20))
                  .returns(422, HttpResponse::statusCode));
    }
  }

  private HttpRequest rating(String token) {
    return request("/v1/ratings")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{}"))
        .build();
  }

  private HttpRequest live() {
    return request("/q/health/live").GET().build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofSeconds(60));
  }

  private static HttpResponse.BodyHandler<String> text() {
    return BodyHandlers.ofString();
  }
}
