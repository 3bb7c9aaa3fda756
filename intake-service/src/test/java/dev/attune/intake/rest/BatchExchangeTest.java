package dev.attune.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch on a bare server, where what takes a line can be made to fail. */
class BatchExchangeTest {

  private final Vertx vertx = Vertx.vertx();
  private final Bodies bodies = new Bodies(vertx);
  private final Tally tally = new Tally(new SimpleMeterRegistry());
  private final AtomicInteger closed = new AtomicInteger();
  private final HttpServer server = vertx.createHttpServer().requestHandler(this::exchange);

  @BeforeEach
  void listen() {
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_line_that_fails_unforeseen_is_told_so_and_spoils_no_other() throws Exception {
    String answer = post("good\nbad\ngood\n");

    assertThat(answer.lines())
        .extracting(line -> Json.MAPPER.readTree(line).get("status").intValue())
        .containsExactly(202, 500, 202);
    assertThat(answer).doesNotContain("planted");
    assertThat(closed).hasValue(1);
  }

  private String post(String lines) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.actualPort());
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(Duration.ofSeconds(20))
              .version(HttpClient.Version.HTTP_1_1)
              .POST(BodyPublishers.ofString(lines))
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private void exchange(HttpServerRequest request) {
    request.pause();
    var exchange =
        new BatchExchange(
            request,
            vertx.getOrCreateContext(),
            bodies,
            tally,
            BatchExchangeTest::record,
            closed::incrementAndGet);
    exchange.subscribe(new Answer(request.response().setChunked(true)));
  }

  private static CompletableFuture<Accepted> record(byte[] line) {
    if (new String(line, StandardCharsets.UTF_8).equals("bad")) {
      throw new IllegalStateException("planted");
    }
    return CompletableFuture.completedFuture(new Accepted("rat_1", false));
  }

  private record Answer(HttpServerResponse response) implements Flow.Subscriber<byte[]> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(byte[] results) {
      var _ = response.write(Buffer.buffer(results).appendString("\n"));
    }

    @Override
    public void onError(Throwable failure) {
      response.reset();
    }

    @Override
    public void onComplete() {
      var _ = response.end();
    }
  }
}
