package dev.attune.feedback.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.attune.feedback.testing.Surroundings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops the start. */
class StartTest {

  @Test
  void a_sign_in_without_a_password_does_not_start_where_others_reach_it(@TempDir Path directory)
      throws IOException {
    LocalSignIn signIn = signIn(Optional.of(Surroundings.ISSUER.writePrivateKey(directory)));
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> new LoopbackOnly(signIn, "0.0.0.0").require(new StartupEvent()))
        .withMessageContaining("quarkus.http.host");
    assertThatCode(() -> new LoopbackOnly(signIn, "127.0.0.1").require(new StartupEvent()))
        .doesNotThrowAnyException();
  }

  @Test
  void without_a_sign_in_others_may_reach_it() {
    LocalSignIn none = signIn(Optional.empty());
    assertThatCode(() -> new LoopbackOnly(none, "0.0.0.0").require(new StartupEvent()))
        .doesNotThrowAnyException();
  }

  private static LocalSignIn signIn(Optional<Path> key) {
    var config =
        new SignInConfig() {
          @Override
          public Optional<Path> signInKey() {
            return key;
          }

          @Override
          public Duration signInLasts() {
            return Duration.ofHours(8);
          }
        };
    return new LocalSignIn(config, Optional.of("clinic"), Clock.systemUTC());
  }
}
