package dev.attune.intake.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keys that seal links in tests. */
public final class TestKeys {

  /** Where the service is reached, as links have it. */
  public static final String ADDRESS = "https://rate.example";

  private TestKeys() {}

  /** Writes a key set with a key for each id; the same id is the same key. */
  public static Path write(Path directory, String... ids) {
    String keys =
        Arrays.stream(ids)
            .map(
                id -> "{\"kty\":\"oct\",\"kid\":\"%s\",\"k\":\"%s\"}".formatted(id, secret(id, 32)))
            .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    try {
      return Files.writeString(directory.resolve("forms-" + String.join("-", ids) + ".json"), keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String secret(String id, int bytes) {
    byte[] secret = new byte[bytes];
    Arrays.fill(secret, (byte) id.hashCode());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  static FormKeys keys(Path file, String address) {
    return new FormKeys(new Settings(Optional.of(file), Optional.of(URI.create(address))));
  }

  static FormKeys none() {
    return new FormKeys(new Settings(Optional.empty(), Optional.empty()));
  }

  record Settings(Optional<Path> keys, Optional<URI> address) implements FormConfig {

    @Override
    public Optional<String> timeZone() {
      return Optional.empty();
    }
  }
}
