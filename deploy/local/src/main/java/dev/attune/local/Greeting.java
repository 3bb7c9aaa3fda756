package dev.attune.local;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What {@code up} prints once all is ready. */
final class Greeting {

  /** The clinic of the printed lines, of tokens by default, and of the demonstration. */
  static final String TENANT = "northside";

  private static final Duration TOKEN_VALID = Duration.ofDays(30);
  private static final Duration SINCE_SESSION = Duration.ofHours(1);

  private Greeting() {}

  static List<String> lines(Ports ports, SigningKey key, Instant now) {
    var lines = new ArrayList<String>();
    for (Service service : Service.values()) {
      lines.add("  %-17s %s".formatted(service.partName(), ports.address(service)));
    }
    lines.add("  %-17s %s:%d".formatted(DataDirectory.KAFKA, Loopback.HOST, ports.kafka()));
    lines.add("  %-17s %s:%d".formatted(DataDirectory.POSTGRES, Loopback.HOST, ports.postgres()));
    lines.add("");
    lines.add(
        "Therapist's page: %s/  (sign in as therapist %s of tenant %s)"
            .formatted(ports.address(Service.FEEDBACK), Role.THERAPIST.usualSubject(), TENANT));
    lines.add("A client's rating form: ./attune form prints a link to open in a browser");
    lines.add("");
    lines.add("Paste this into another terminal, and see the strain appear on that page:");
    lines.add("");
    lines.add(curl(ports, key, now));
    lines.add("");
    return lines;
  }

  /** A first session that went badly: 24.7 of 40, which raises an alert at once. */
  static String curl(Ports ports, SigningKey key, Instant now) {
    Instant ratedAt = now.truncatedTo(ChronoUnit.SECONDS);
    String token = key.integrationToken(TENANT, now, TOKEN_VALID);
    String rating =
        ("{\"episode\":\"E-77\",\"client\":\"C-1\",\"therapist\":\"%s\",\"population\":\"ADULT\","
                + "\"session\":{\"id\":\"S-1\",\"number\":1,\"heldAt\":\"%s\","
                + "\"setting\":\"INDIVIDUAL\",\"delivery\":\"VIDEO\"},\"instrument\":\"srs\","
                + "\"rater\":{\"perspective\":\"CLIENT\",\"id\":\"C-1\"},"
                + "\"answers\":[6.2,5.0,7.4,6.1],\"ratedAt\":\"%s\"}")
            .formatted(Role.THERAPIST.usualSubject(), ratedAt.minus(SINCE_SESSION), ratedAt);
    return "curl -sS %s/v1/ratings -H 'Content-Type: application/json' -H 'Authorization: Bearer %s' -d '%s'"
        .formatted(ports.address(Service.INTAKE), token, rating);
  }
}
