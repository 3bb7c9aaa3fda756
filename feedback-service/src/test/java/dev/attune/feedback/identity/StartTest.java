package dev.attune.feedback.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.attune.feedback.testing.Surroundings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the start. */
class StartTest {

  private static final String ISSUER = "mp.jwt.verify.issuer";

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void without_an_issuer_the_service_does_not_start_and_names_the_key(String issuer) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> trust(issuer))
        .withMessageStartingWith(ISSUER + " is not set")
        .withMessageNotContaining("\n");
  }

  @Test
  void with_an_issuer_it_does() {
    assertThatCode(() -> trust("clinic")).doesNotThrowAnyException();
  }

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

  private static void trust(String issuer) {
    var config = new SmallRyeConfigBuilder().withDefaultValue(ISSUER, issuer).build();
    new TrustedIssuer(config).require(new StartupEvent());
  }
}
