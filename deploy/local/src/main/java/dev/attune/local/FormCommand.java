package dev.attune.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.Json;
import dev.attune.contracts.Perspective;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a link to a rating form of the running system. */
@Command(
    name = "form",
    description = {
      "Prints a link to a rating form, to be opened in a browser: about today's session of episode"
          + " E-77, as the clinic's record system would ask for it.",
      "Instruments that need a licence, such as srs and ors, lead to a page that says so."
    })
final class FormCommand implements Callable<Integer> {

  private static final Duration TOKEN_VALID = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SINCE_SESSION = Duration.ofHours(1);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(
      paramLabel = "INSTRUMENT",
      arity = "0..5",
      description = "E.g. toms-open, phq9, gad7, toms-open-obs. Default: toms-open.")
  private List<String> instruments = List.of("toms-open");

  @Option(
      names = "--as",
      paramLabel = "WHO",
      description = "client, therapist or observer. Default: client.")
  private String rater = Role.CLIENT.group();

  @Option(names = "--language", paramLabel = "L", description = "en or de. Default: the browser's.")
  private @Nullable String language;

  @Option(names = "--kiosk", description = "For a device that the next person uses too.")
  private boolean kiosk;

  @Option(names = "--tenant", paramLabel = "T", description = "The clinic. Default: northside.")
  private String tenant = Greeting.TENANT;

  @Option(names = "--qr", paramLabel = "FILE.svg", description = "Writes the QR code there.")
  private @Nullable Path qr;

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode made = post(order(Instant.now()));
    Path picture = qr;
    if (picture != null) {
      Files.writeString(picture, made.path("qr").asText());
    }
    new Console(System.out).say(made.path("link").asText());
    return 0;
  }

  private ObjectNode order(Instant now) {
    Role who = Role.named(rater);
    ObjectNode order =
        Json.MAPPER
            .createObjectNode()
            .put("episode", "E-77")
            .put("client", Role.CLIENT.usualSubject())
            .put("therapist", Role.THERAPIST.usualSubject())
            .put("population", "ADULT")
            .put("kiosk", kiosk)
            .put("language", language);
    order
        .putObject("session")
        .put("id", "S-" + LocalDate.ofInstant(now, ZoneOffset.UTC))
        .put("heldAt", now.minus(SINCE_SESSION).truncatedTo(ChronoUnit.SECONDS).toString())
        .put("setting", "INDIVIDUAL")
        .put("delivery", "IN_PERSON");
    order.putObject("rater").put("perspective", perspective(who)).put("id", who.usualSubject());
    instruments.forEach(order.putArray("instruments")::add);
    return order;
  }

  private static String perspective(Role who) {
    return switch (who) {
      case CLIENT -> Perspective.CLIENT.name();
      case THERAPIST -> Perspective.THERAPIST.name();
      case OBSERVER -> Perspective.OBSERVER.name();
      default -> throw new Refusal("--as must be client, therapist or observer");
    };
  }

  private JsonNode post(ObjectNode order) throws IOException, InterruptedException {
    URI forms = URI.create(intake() + "/v1/forms");
    String token =
        SigningKey.of(data.directory()).integrationToken(tenant, Instant.now(), TOKEN_VALID);
    HttpRequest request =
        HttpRequest.newBuilder(forms)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(order)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body = Json.MAPPER.readTree(answer.body());
      if (answer.statusCode() != 201) {
        throw new Refusal("intake-service answers: " + reason(body));
      }
      return body;
    }
  }

  private String intake() {
    return RunRecord.ports(data.directory()).address(Service.INTAKE);
  }

  private static String reason(JsonNode problem) {
    var reason = new StringBuilder(problem.path("title").asText("it refuses"));
    problem
        .path("faults")
        .forEach(fault ->
            reason
                .append("; ")
                .append(fault.path("pointer").asText())
                .append(' ')
                .append(fault.path("message").asText()));
    return reason.toString();
  }
}
