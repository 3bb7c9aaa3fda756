package dev.attune.intake;

import dev.attune.intake.form.TestKeys;
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

  /** Does something while the broker keeps its connections, but answers nothing. */
  public static void whileTheBrokerHangs(Runnable action) {
    signal("STOP");
    try {
      action.run();
    } finally {
      signal("CONT");
    }
  }

  private static void signal(String name) {
    try {
      String pid = Long.toString(kafka().pid());
      if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
        throw new IllegalStateException("no signal " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
        "kafka.bootstrap.servers",
        kafka.bootstrapServers(),
        "mp.jwt.verify.issuer",
        Tokens.ISSUER,
        "mp.jwt.verify.publickey.location",
        TOKENS.writeKeySet(directory).toUri().toString(),
        "attune.forms.keys",
        TestKeys.write(directory, "test").toString(),
        "attune.forms.address",
        TestKeys.ADDRESS,
        "attune.forms.time-zone",
        "Europe/Berlin");
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }
}
