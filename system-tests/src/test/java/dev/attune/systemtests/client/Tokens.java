package dev.attune.systemtests.client;

import dev.attune.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs tokens as the clinic's identity provider would, and such as it never would. */
public final class Tokens {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Duration VALID_FOR = Duration.ofHours(1);

  private final PrivateKey key;
  private final String keyId;

  private Tokens(PrivateKey key, String keyId) {
    this.key = key;
    this.keyId = keyId;
  }

  /** Signs with the key in a PEM file, PKCS 8; the key set beside it tells the key's id. */
  public static Tokens signedWith(Path privatePem, Path keySet) {
    try {
      String pem = Files.readString(privatePem).replaceAll("-----[A-Z ]+-----|\\s", "");
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      String id = Answer.parse(Files.readString(keySet)).at("/keys/0/kid").asText();
      return new Tokens(key, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot read the signing key", e);
    }
  }

  /** The same key id with another key: what somebody who cannot sign would send. */
  public Tokens signedBySomebodyElse(PrivateKey otherKey) {
    return new Tokens(otherKey, keyId);
  }

  /** A valid token. */
  public String of(String role, String tenant, String subject) {
    return signed(claims(role, tenant, subject));
  }

  /** A valid token that ends after a while. */
  public String of(String role, String tenant, String subject, Duration validFor) {
    Map<String, Object> claims = claims(role, tenant, subject);
    claims.put("exp", Instant.now().plus(validFor).getEpochSecond());
    return signed(claims);
  }

  /** The claims of a valid token, to be spoilt. */
  public static Map<String, Object> claims(String role, String tenant, String subject) {
    Instant now = Instant.now();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", "attune-local");
    claims.put("aud", "attune");
    claims.put("sub", subject);
    claims.put("tenant", tenant);
    claims.put("groups", List.of(role));
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(VALID_FOR).getEpochSecond());
    return claims;
  }

  /** A token with any claims, rightly signed. */
  public String signed(Map<String, Object> claims) {
    String content = content(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId), claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** A token that claims to need no signature. */
  public static String unsigned(Map<String, Object> claims) {
    return content(Map.of("alg", "none", "typ", "JWT"), claims) + ".";
  }

  private static String content(Map<String, Object> header, Map<String, Object> claims) {
    return BASE64.encodeToString(Json.write(header))
        + "."
        + BASE64.encodeToString(Json.write(claims));
  }
}
