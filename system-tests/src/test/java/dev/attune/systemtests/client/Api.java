package dev.attune.systemtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One service's HTTP as its callers use it. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;

  /** The service that listens at {@code base}. */
  public Api(URI base) {
    this.base = base;
  }

  /** The address of a path of this service. */
  public URI at(String path) {
    return base.resolve(path);
  }

  /** Reads; without a token where {@code token} is null. */
  public Answer get(@Nullable String token, String path) {
    return send(request(token, path).GET());
  }

  /** What the service tells Prometheus. */
  public Metrics metrics() {
    return new Metrics(get(null, "/q/metrics").body());
  }

  /** Whether a health check says UP: {@code ready}, {@code live} or {@code started}. */
  public boolean isUp(String check) {
    try {
      return get(null, "/q/health/" + check).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Posts JSON. */
  public Answer post(@Nullable String token, String path, String json) {
    return post(token, path, "application/json", BodyPublishers.ofString(json));
  }

  /** Posts anything. */
  public Answer post(@Nullable String token, String path, String type, BodyPublisher body) {
    return send(request(token, path).header("Content-Type", type).POST(body));
  }

  /** Puts JSON. */
  public Answer put(@Nullable String token, String path, String json) {
    return send(
        request(token, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(@Nullable String token, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), headers(response), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }
}
