package dev.attune.benchmarks;

import dev.attune.contracts.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A therapist's live stream, as a browser would read it. */
final class EventReader implements AutoCloseable {

  private static final int MOST_STREAMS = 64;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(MOST_STREAMS));

  /**
   * Opens a stream.
   *
   * @param onScore is called with the session of each score that arrives
   */
  void open(URI stream, String token, Consumer<String> onScore) throws Exception {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(stream.getHost())
            .setPort(stream.getPort())
            .setURI(stream.getPath())
            .putHeader("accept", "text/event-stream")
            .putHeader("authorization", "Bearer " + token);
    client
        .request(options)
        .compose(request -> request.send())
        .onSuccess(response -> {
          if (response.statusCode() != 200) {
            throw new IllegalStateException("the stream answered " + response.statusCode());
          }
          response.handler(RecordParser.newDelimited("\n\n", event -> sessionOf(event, onScore)));
        })
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private static void sessionOf(Buffer event, Consumer<String> onScore) {
    String text = event.toString();
    int data = text.indexOf("data:");
    boolean score = text.contains("event:score") || text.contains("event: score");
    if (!score || data < 0) {
      return;
    }
    try {
      int end = text.indexOf('\n', data);
      String json = end < 0 ? text.substring(data + 5) : text.substring(data + 5, end);
      onScore.accept(Json.MAPPER.readTree(json).path("session").path("id").asText());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
