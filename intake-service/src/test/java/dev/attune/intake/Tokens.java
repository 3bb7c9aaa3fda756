package dev.attune.intake;

import dev.attune.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An issuer of tokens for tests, with a key of its own. */
public final class Tokens {

  /** The issuer's name. */
  public static final String ISSUER = "attune-test";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;

  public Tokens() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      this.keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of an integration of the clinic northside, for an hour. */
  public static Map<String, Object> claims() {
    long now = Instant.now().getEpochSecond();
    return new HashMap<>(
        Map.of(
            "iss",
            ISSUER,
            "aud",
            "attune",
            "sub",
            "ehr-1",
            "tenant",
            "northside",
            "groups",
            List.of("integration"),
            "iat",
            now,
            "exp",
            now + 3_600));
  }

  /** The claims with one of them changed. */
  public static Map<String, Object> claims(String name, Object value) {
    Map<String, Object> claims = claims();
    claims.put(name, value);
    return claims;
  }

  /** A signed token. */
  public String signed(Map<String, Object> claims) {
    String content = content("RS256", claims);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(StandardCharsets.UTF_8));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token that claims to need no signature. */
  public static String unsigned(Map<String, Object> claims) {
    return content("none", claims) + ".";
  }

  /** The key that the signatures are checked with. */
  public PublicKey publicKey() {
    return keys.getPublic();
  }

  /** Writes the public key as a JWKS. */
  public Path writeKeySet(Path directory) {
    try {
      return Files.write(directory.resolve("jwks.json"), keySet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public key as a JWKS. */
  public byte[] keySet() {
    var key = (RSAPublicKey) keys.getPublic();
    var jwk =
        Map.of(
            "kty", "RSA",
            "kid", "test",
            "use", "sig",
            "alg", "RS256",
            "n", number(key.getModulus()),
            "e", number(key.getPublicExponent()));
    return Json.write(Map.of("keys", List.of(jwk)));
  }

  private static String content(String algorithm, Map<String, Object> claims) {
    var header = Map.of("alg", algorithm, "typ", "JWT", "kid", "test");
    return BASE64.encodeToString(Json.write(header))
        + "."
        + BASE64.encodeToString(Json.write(claims));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
