package dev.attune.feedback.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start where a sign-in without a password could be reached from another machine. */
@Singleton
class LoopbackOnly {

  private final LocalSignIn signIn;
  private final String host;

  LoopbackOnly(
      LocalSignIn signIn,
      @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host) {
    this.signIn = signIn;
    this.host = host;
  }

  void require(@Observes @Priority(1) StartupEvent event) {
    if (signIn.exists() && !Loopback.names(host)) {
      throw new ConfigurationException(
          "attune.local.sign-in-key is set, so quarkus.http.host must be a loopback address: "
              + "anybody who reaches the service could sign in as anybody");
    }
  }
}
