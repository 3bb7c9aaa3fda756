package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** The key of the local issuer, which signs tokens for one data directory alone. */
final class SigningKey {

  /** Who signs the tokens of a local system. */
  static final String ISSUER = "attune-local";

  /** Whom the tokens are for. */
  static final String AUDIENCE = "attune";

  private static final int BITS = 2048;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final RsaJsonWebKey key;

  private SigningKey(RsaJsonWebKey key) {
    this.key = key;
  }

  static Path publicKeys(DataDirectory directory) {
    return directory.keys().resolve("jwks.json");
  }

  static Path privateKey(DataDirectory directory) {
    return directory.keys().resolve("private.pem");
  }

  /** Makes the key of this directory where there is none yet. */
  static SigningKey createdIn(DataDirectory directory) {
    try {
      Path file = privateKey(directory);
      if (!Files.exists(file)) {
        Files.createDirectories(directory.keys());
        PrivateFile.write(file, pem(generate()));
      }
      SigningKey key = of(directory);
      Files.writeString(publicKeys(directory), new JsonWebKeySet(key.key).toJson() + "\n");
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The key of this directory.
   *
   * @throws Refusal if it has none
   */
  static SigningKey of(DataDirectory directory) {
    Path file = privateKey(directory);
    if (!Files.isReadable(file)) {
      throw new Refusal(
          "there is no key in " + directory.path() + ": start the system with ./attune up first");
    }
    try {
      return new SigningKey(webKey(Files.readString(file)));
    } catch (IOException | GeneralSecurityException | JoseException | IllegalArgumentException e) {
      throw new Refusal(file + " is no RSA private key in PKCS#8");
    }
  }

  /**
   * Signs a token.
   *
   * @param role the one group its bearer belongs to
   * @param now when it begins to be valid
   */
  String token(String role, String tenant, String subject, Instant now, Duration validity) {
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(subject);
    claims.setStringClaim("tenant", tenant);
    claims.setStringListClaim("groups", List.of(role));
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
    var signature = new JsonWebSignature();
    signature.setHeader("typ", "JWT");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
  }

  /** Signs a token for a clinic's record system. */
  String integrationToken(String tenant, Instant now, Duration validity) {
    return token(Role.INTEGRATION.group(), tenant, Role.INTEGRATION.usualSubject(), now, validity);
  }

  private static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  private static String pem(KeyPair pair) {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    return BEGIN + "\n" + body + "\n" + END + "\n";
  }

  private static RsaJsonWebKey webKey(String pem) throws GeneralSecurityException, JoseException {
    byte[] encoded =
        Base64.getMimeDecoder().decode(pem.replace(BEGIN, "").replace(END, "").strip());
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    var secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
    var open =
        (RSAPublicKey)
            rsa.generatePublic(
                new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
    var key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(open);
    key.setPrivateKey(secret);
    key.setUse("sig");
    key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    return key;
  }
}
