package dev.attune.intake.form;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that seal links, and the address that links begin with. Stops the start over neither.
 */
@Singleton
class FormKeys {

  private static final int KEY_BYTES = 32;

  private final Map<String, Key> keys;
  private final String address;

  FormKeys(FormConfig config) {
    keys = config.keys().map(FormKeys::read).orElseGet(Map::of);
    address = keys.isEmpty() ? "" : address(config.address().orElse(null));
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    // Made with the application, so that a fault in its settings stops the start.
  }

  /** Whether there is a form at all. */
  boolean exist() {
    return !keys.isEmpty();
  }

  /** The key that seals, by its id. */
  Map.Entry<String, Key> sealing() {
    return keys.entrySet().iterator().next();
  }

  /** The key of this id. */
  @Nullable Key find(@Nullable String id) {
    return id == null ? null : keys.get(id);
  }

  /** What links begin with, without a slash at its end; it is also whom they are for. */
  String address() {
    return address;
  }

  private static String address(@Nullable URI address) {
    if (address == null || address.getHost() == null || address.getScheme() == null) {
      throw new ConfigurationException(
          "attune.forms.keys is set, so attune.forms.address must say where people reach the form,"
              + " e.g. https://rate.clinic.example");
    }
    return address.toString().replaceAll("/+$", "");
  }

  private static Map<String, Key> read(Path file) {
    try {
      Map<String, Key> keys = new LinkedHashMap<>();
      for (JsonWebKey key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
        if (!(key instanceof OctetSequenceJsonWebKey secret)
            || secret.getOctetSequence().length != KEY_BYTES
            || key.getKeyId() == null
            || keys.put(key.getKeyId(), key.getKey()) != null) {
          throw unusable("holds a key that is none of 256 bits (kty oct) with an id of its own");
        }
      }
      if (keys.isEmpty()) {
        throw unusable("holds no key");
      }
      return keys;
    } catch (IOException | JoseException e) {
      throw unusable("is no readable JWK set");
    }
  }

  private static ConfigurationException unusable(String why) {
    return new ConfigurationException("the file that attune.forms.keys names " + why);
  }
}
