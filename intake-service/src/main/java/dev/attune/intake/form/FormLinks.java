package dev.attune.intake.form;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.attune.contracts.Json;
import dev.attune.intake.domain.FormOrder;
import jakarta.inject.Singleton;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Links that carry a whole order, so that nobody has to sign in and nothing has to be kept.
 *
 * <p>A link is a JWE (dir, A256GCM): who has no key of ours can neither read it nor make or change
 * one, so an address in a history, a log or a photograph of a screen tells nothing about anybody.
 */
@Singleton
class FormLinks {

  /** Longer than any link that is made; what is longer is not looked at. */
  static final int MAX_TOKEN = 3_000;

  private static final String PATH = "/forms/";
  private static final String TYPE = "attune-form+jwt";
  private static final String ORDER = "form";
  private static final int ID_BYTES = 12;

  private final FormKeys keys;
  private final SecureRandom random = new SecureRandom();

  FormLinks(FormKeys keys) {
    this.keys = keys;
  }

  /** A link that was made. */
  record Link(String address, Instant expiresAt) {}

  /** What became of opening a link. */
  sealed interface Opened {

    /**
     * An order of ours.
     *
     * @param form the form's random id
     * @param until when the link ends
     */
    record Order(String form, FormOrder order, Instant until) implements Opened {}

    /** No order of ours, or not any more. */
    record Refused(Closed why) implements Opened {}
  }

  /**
   * A link to a form.
   *
   * @param now when it begins to be valid; it ends at a whole second
   */
  Link seal(FormOrder order, Duration validFor, Instant now) {
    Instant until = Instant.ofEpochSecond(now.plus(validFor).getEpochSecond());
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    var claims = new JwtClaims();
    claims.setJwtId(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    claims.setAudience(keys.address());
    claims.setExpirationTime(NumericDate.fromSeconds(until.getEpochSecond()));
    claims.setClaim(ORDER, Json.MAPPER.convertValue(order, new TypeReference<Map<String, ?>>() {}));
    Map.Entry<String, Key> key = keys.sealing();
    var sealed = new JsonWebEncryption();
    sealed.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
    sealed.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    sealed.setKeyIdHeaderValue(key.getKey());
    sealed.setHeader("typ", TYPE);
    sealed.enableDefaultCompression();
    sealed.setKey(key.getValue());
    sealed.setPayload(claims.toJson());
    try {
      return new Link(keys.address() + PATH + sealed.getCompactSerialization(), until);
    } catch (JoseException e) {
      throw new IllegalStateException("cannot seal a link", e);
    }
  }

  /** Opens what stands behind {@code /forms/} in an address. */
  Opened open(String token, Instant now) {
    if (token.length() > MAX_TOKEN || !keys.exist()) {
      return new Opened.Refused(Closed.UNKNOWN);
    }
    try {
      JwtClaims claims = consumer(now).processToClaims(token);
      FormOrder order = Json.MAPPER.convertValue(claims.getClaimValue(ORDER), FormOrder.class);
      return new Opened.Order(
          claims.getJwtId(), order, Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    } catch (InvalidJwtException e) {
      return new Opened.Refused(why(e));
    } catch (MalformedClaimException | IllegalArgumentException e) {
      return new Opened.Refused(Closed.UNKNOWN);
    }
  }

  private static Closed why(InvalidJwtException e) {
    if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)) {
      return Closed.ELSEWHERE;
    }
    return e.hasExpired() ? Closed.EXPIRED : Closed.UNKNOWN;
  }

  private JwtConsumer consumer(Instant now) {
    return new JwtConsumerBuilder()
        .setDisableRequireSignature()
        .setEnableRequireEncryption()
        .setJweAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT)
        .setJweContentEncryptionAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            ContentEncryptionAlgorithmIdentifiers.AES_256_GCM)
        .setDecryptionKeyResolver((jwe, nested) -> {
          Key key = keys.find(jwe.getKeyIdHeaderValue());
          if (key == null) {
            throw new UnresolvableKeyException("no key of this id");
          }
          return key;
        })
        .setExpectedType(true, TYPE)
        .setRequireJwtId()
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
        .setExpectedAudience(keys.address())
        .build();
  }
}
