package dev.attune.intake;

import dev.attune.local.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the service stands on in tests: a broker that can be stopped, and an issuer of tokens. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

  /** The issuer that the service trusts. */
  public static final Tokens TOKENS = new Tokens();

  private static @Nullable EmbeddedKafka kafka;
  private @Nullable Path directory;

  /** The broker of the running tests. */
  public static EmbeddedKafka kafka() {
    return Objects.requireNonNull(kafka, "no test is running");
  }

  @Override
  public Map<String, String> start() {
    try {
      directory = Files.createTempDirectory("attune-intake");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kafka = EmbeddedKafka.start();
    return Map.of(
        "kafka.bootstrap.servers", kafka.bootstrapServers(),
        "mp.jwt.verify.issuer", Tokens.ISSUER,
        "mp.jwt.verify.publickey.location", TOKENS.writeKeySet(directory).toUri().toString());
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }
}
