package dev.attune.intake.rest;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps a word that a stranger chooses from becoming a label: a method may be any word, and a
 * request is counted before anybody knows who sent it.
 */
final class Labels {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Produces
  @Singleton
  MeterFilter knownMethodsOnly() {
    return MeterFilter.deny(id -> {
      String method = id.getTag("method");
      return method != null && !METHODS.contains(method);
    });
  }
}
