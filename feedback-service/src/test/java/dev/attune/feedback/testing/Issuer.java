package dev.attune.feedback.testing;

import dev.attune.contracts.Json;
import dev.attune.web.Role;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signs tokens with a key of its own. */
public final class Issuer {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;

  Issuer() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A therapist's token for an hour. */
  public String therapist(String tenant, String subject) {
    return token(tenant, subject, Role.THERAPIST, Duration.ofHours(1));
  }

  /** A token. */
  public String token(String tenant, String subject, Role role, Duration validity) {
    return Jwt.issuer("attune-local")
        .audience("attune")
        .subject(subject)
        .claim("tenant", tenant)
        .groups(Set.of(role.group()))
        .expiresAt(Instant.now().plus(validity))
        .jws()
        .keyId("test")
        .sign(keys.getPrivate());
  }

  Path writeKeySet(Path directory) throws IOException {
    var key = (RSAPublicKey) keys.getPublic();
    var jwk =
        Map.of(
            "kty", "RSA",
            "kid", "test",
            "use", "sig",
            "alg", "RS256",
            "n", number(key.getModulus()),
            "e", number(key.getPublicExponent()));
    return Files.write(directory.resolve("jwks.json"), Json.write(Map.of("keys", List.of(jwk))));
  }

  /** Writes the key that signs. */
  public Path writePrivateKey(Path directory) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded());
    return Files.writeString(
        directory.resolve("private.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private byte[] encoded() {
    return keys.getPrivate().getEncoded();
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
