package dev.attune.web;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Stops the start where no issuer is named: tokens of anybody with a key of the set would do. */
@Singleton
class TrustedIssuer {

  private static final String KEY = "mp.jwt.verify.issuer";

  private final Config config;

  TrustedIssuer(Config config) {
    this.config = config;
  }

  void require(@Observes @Priority(1) StartupEvent event) {
    if (config.getOptionalValue(KEY, String.class).filter(name -> !name.isBlank()).isEmpty()) {
      throw new ConfigurationException(
          KEY + " is not set: it must name the issuer whose tokens are taken");
    }
  }
}
