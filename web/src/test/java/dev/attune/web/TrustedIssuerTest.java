package dev.attune.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerTest {

  private static final String KEY = "mp.jwt.verify.issuer";

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void without_an_issuer_the_service_does_not_start_and_names_the_key(String issuer) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> start(issuer))
        .withMessageStartingWith(KEY + " is not set")
        .withMessageNotContaining("\n");
  }

  @Test
  void with_one_it_does() {
    assertThatCode(() -> start("clinic")).doesNotThrowAnyException();
  }

  private static void start(String issuer) {
    var config = new SmallRyeConfigBuilder().withDefaultValue(KEY, issuer).build();
    new TrustedIssuer(config).require(new StartupEvent());
  }
}
