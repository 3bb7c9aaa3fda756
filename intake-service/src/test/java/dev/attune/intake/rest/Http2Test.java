package dev.attune.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.StreamResetException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One connection that carries many requests. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class Http2Test {

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http =
      vertx.createHttpClient(
          new HttpClientOptions()
              .setProtocolVersion(HttpVersion.HTTP_2)
              .setHttp2ClearTextUpgrade(false),
          new PoolOptions().setHttp2MaxSize(1));

  @TestHTTPResource("/")
  URI base;

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void who_goes_on_sending_what_is_refused_loses_the_stream_and_nobody_the_connection() {
    HttpClientRequest greedy = request(HttpMethod.POST, "/v1/ratings");
    var cutOff = new CompletableFuture<Throwable>();
    var closed = new AtomicBoolean();
    greedy.exceptionHandler(cutOff::complete).setChunked(true);
    greedy.connection().closeHandler(end -> closed.set(true));
    Future<HttpClientResponse> refused = greedy.response();
    var _ = greedy.write(Buffer.buffer("x".repeat(Bodies.MAX_BYTES + 1)));

    assertThat(await(refused).statusCode()).isEqualTo(413);
    assertThat(cutOff)
        .succeedsWithin(Duration.ofSeconds(10))
        .isInstanceOf(StreamResetException.class);

    HttpClientRequest other = request(HttpMethod.GET, "/v1/instruments");
    assertThat(await(other.send()).statusCode()).isEqualTo(200);
    assertThat(other.connection()).isSameAs(greedy.connection());
    assertThat(closed).isFalse();
  }

  private HttpClientRequest request(HttpMethod method, String path) {
    return await(http.request(method, base.getPort(), base.getHost(), path))
        .putHeader("Authorization", "Bearer " + Intake.TOKEN)
        .putHeader("Content-Type", "application/json");
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
