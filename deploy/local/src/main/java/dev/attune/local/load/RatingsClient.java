package dev.attune.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Posts ratings to {@code /v1/ratings/batch}. An answer that means "unknown, send it again" is
 * followed by sending again, which is harmless.
 */
public final class RatingsClient implements AutoCloseable {

  /** Small enough that all answers of a batch fit in the connection's buffers. */
  public static final int LINES_PER_BATCH = 500;

  private static final Set<Integer> SEND_AGAIN = Set.of(429, 502, 503, 504);
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI batch;
  private final String token;

  /**
   * A client of one intake-service.
   *
   * @param intake its base address
   * @param token of an integration
   */
  public RatingsClient(URI intake, String token) {
    this.batch = URI.create(intake.toString().replaceAll("/+$", "") + "/v1/ratings/batch");
    this.token = token;
  }

  /**
   * Sends ratings and waits for the answer to each.
   *
   * @param ratings each as JSON in one line; at most {@link #LINES_PER_BATCH}
   * @return the outcomes in the same order
   * @throws IllegalStateException if the service keeps not answering, or refuses the token
   */
  public List<Outcome> send(List<String> ratings) {
    var outcomes = new ArrayList<Outcome>(ratings.size());
    for (int i = 0; i < ratings.size(); i++) {
      outcomes.add(Outcome.UNKNOWN);
    }
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      post(ratings, outcomes);
      if (!outcomes.contains(Outcome.UNKNOWN)) {
        return outcomes;
      }
      sleep(pause);
      pause = pause.multipliedBy(2);
    }
    throw new IllegalStateException(
        "the service at %s does not take ratings now; run this again later, nothing counts twice"
            .formatted(batch.getAuthority()));
  }

  /** Sends what has no outcome yet. */
  private void post(List<String> ratings, List<Outcome> outcomes) {
    var open = new ArrayList<Integer>();
    var body = new StringBuilder();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i).equals(Outcome.UNKNOWN)) {
        open.add(i);
        body.append(ratings.get(i)).append('\n');
      }
    }
    List<String> answers = answers(body.toString());
    for (int i = 0; i < Math.min(open.size(), answers.size()); i++) {
      outcomes.set(open.get(i), outcome(answers.get(i)));
    }
  }

  private List<String> answers(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(batch)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      int status = response.statusCode();
      if (status == 200) {
        return response.body().lines().filter(line -> !line.isBlank()).toList();
      }
      if (SEND_AGAIN.contains(status)) {
        return List.of();
      }
      throw new IllegalStateException(
          "the service at %s refused the batch with status %d%s"
              .formatted(
                  batch.getAuthority(),
                  status,
                  status == 401 || status == 403 ? ": it does not accept the token" : ""));
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending ratings", e);
    }
  }

  private static Outcome outcome(String answer) {
    try {
      JsonNode result = Json.MAPPER.readTree(answer);
      int status = result.path("status").asInt();
      if (status == 202) {
        return result.path("repeated").asBoolean() ? Outcome.REPEATED : Outcome.ACCEPTED;
      }
      return SEND_AGAIN.contains(status)
          ? Outcome.UNKNOWN
          : new Outcome(Outcome.Kind.REFUSED, reason(status, result.path("problem")));
    } catch (JsonProcessingException e) {
      return Outcome.UNKNOWN;
    }
  }

  private static String reason(int status, JsonNode problem) {
    var reason = new StringBuilder(problem.path("title").asText("status " + status));
    String before = ": ";
    for (JsonNode fault : problem.path("faults")) {
      reason
          .append(before)
          .append(fault.path("pointer").asText())
          .append(' ')
          .append(fault.path("message").asText());
      before = "; ";
    }
    return reason.toString();
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending ratings", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
