package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that seals the links to rating forms, for one data directory alone. */
final class FormKey {

  private static final int BYTES = 32;
  private static final int ID_BYTES = 6;

  private FormKey() {}

  static Path file(DataDirectory directory) {
    return directory.keys().resolve("forms.json");
  }

  /** Makes the key of this directory where there is none yet. */
  static void createIn(DataDirectory directory) {
    Path file = file(directory);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(directory.keys());
        PrivateFile.write(file, keySet());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String keySet() {
    return "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"%s\",\"alg\":\"dir\",\"k\":\"%s\"}]}\n"
        .formatted(random(ID_BYTES), random(BYTES));
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
