package dev.attune.feedback.testing;

import dev.attune.local.KafkaServer;
import dev.attune.local.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker, a database and an issuer of tokens for the service under test. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

  /** The issuer that the service trusts. */
  public static final Issuer ISSUER = new Issuer();

  private static @Nullable KafkaServer kafka;
  private static @Nullable PostgresServer postgres;
  private static @Nullable Door door;

  /** The broker of the running tests. */
  public static KafkaServer kafka() {
    return Objects.requireNonNull(kafka, "no test is running");
  }

  /** The database server of the running tests. */
  public static PostgresServer postgres() {
    return Objects.requireNonNull(postgres, "no test is running");
  }

  /** The door through which the service reaches its database. */
  public static Door door() {
    return Objects.requireNonNull(door, "no test is running");
  }

  @Override
  public Map<String, String> start() {
    kafka = KafkaServer.start();
    postgres = PostgresServer.start();
    door = new Door(postgres.host(), postgres.port());
    Map<String, String> settings = new HashMap<>(postgres.quarkusConfiguration());
    settings.replaceAll((_, value) -> throughTheDoor(value));
    settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.datasource.reactive.max-size", "5");
    settings.put("attune.stream.heartbeat", "PT1S");
    settings.put("attune.projection.stalled-after", "PT5S");
    settings.put("attune.stream.per-caller", "400");
    settings.putAll(keys());
    return settings;
  }

  private static String throughTheDoor(String setting) {
    return setting.replace(":" + postgres().port() + "/", ":" + door().port() + "/");
  }

  private static Map<String, String> keys() {
    try {
      Path directory = Files.createTempDirectory("attune-feedback");
      return Map.of(
          "mp.jwt.verify.issuer", "attune-local",
          "mp.jwt.verify.publickey.location", ISSUER.writeKeySet(directory).toUri().toString(),
          "attune.local.sign-in-key", ISSUER.writePrivateKey(directory).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
    if (door != null) {
      door.close();
      door = null;
    }
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }
}
