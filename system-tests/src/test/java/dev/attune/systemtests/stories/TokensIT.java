package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.client.EventStream;
import dev.attune.systemtests.client.Tokens;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.Names;
import dev.attune.systemtests.fixture.SharedSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedSystem.class)
class TokensIT {
  private final Attune attune;
  private final Clinic clinic;
  private final Case about;

  TokensIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.about = clinic.therapist().newCase();
  }

  /** Ways in which a token can be worth nothing. */
  enum Worthless {
    NONE,
    EXPIRED,
    OF_ANOTHER_ISSUER,
    FOR_ANOTHER_AUDIENCE,
    WITHOUT_AUDIENCE,
    WITHOUT_TENANT,
    WITH_A_TENANT_THAT_IS_A_PATH,
    WITHOUT_SUBJECT,
    UNSIGNED,
    SIGNED_BY_SOMEBODY_ELSE,
    GIBBERISH;

    @Nullable String token(Tokens tokens, String role, String tenant) {
      Map<String, Object> claims = Tokens.claims(role, tenant, Names.personal("T"));
      return switch (this) {
        case NONE -> null;
        case EXPIRED -> tokens.signed(with(claims, "exp", fiveMinutesAgo()));
        case OF_ANOTHER_ISSUER -> tokens.signed(with(claims, "iss", "https://elsewhere.example"));
        case FOR_ANOTHER_AUDIENCE -> tokens.signed(with(claims, "aud", "another-system"));
        case WITHOUT_AUDIENCE -> tokens.signed(without(claims, "aud"));
        case WITHOUT_TENANT -> tokens.signed(without(claims, "tenant"));
        case WITH_A_TENANT_THAT_IS_A_PATH -> tokens.signed(with(claims, "tenant", "north/side"));
        case WITHOUT_SUBJECT -> tokens.signed(without(claims, "sub"));
        case UNSIGNED -> Tokens.unsigned(claims);
        case SIGNED_BY_SOMEBODY_ELSE -> tokens.signedBySomebodyElse(newKey()).signed(claims);
        case GIBBERISH -> "e30.e30.e30";
      };
    }

    private static long fiveMinutesAgo() {
      return Instant.now().minus(Duration.ofMinutes(5)).getEpochSecond();
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
      claims.put(name, value);
      return claims;
    }

    private static Map<String, Object> without(Map<String, Object> claims, String name) {
      claims.remove(name);
      return claims;
    }

    private static PrivateKey newKey() {
      try {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has RSA", e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_worthless_token_opens_nothing_at_intake(Worthless worthless) {
    String token = worthless.token(attune.tokens(), "integration", clinic.tenant());

    isUnauthorized(attune.intake().post(token, "/v1/ratings", about.srs(1, "36").toString()));
    isUnauthorized(
        attune
            .intake()
            .post(
                token,
                "/v1/ratings/batch",
                "application/x-ndjson",
                BodyPublishers.ofString(about.srs(1, "36").toString())));
    isUnauthorized(
        attune.intake().put(token, "/v1/sessions/S-1", about.session(1, "HELD").toString()));
    assertThat(attune.log().ratings(clinic.tenant())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_worthless_token_opens_nothing_at_feedback(Worthless worthless) {
    String token = worthless.token(attune.tokens(), "therapist", clinic.tenant());

    isUnauthorized(attune.feedback().get(token, "/v1/caseload"));
    isUnauthorized(attune.feedback().get(token, "/v1/episodes/" + about.episode()));
    isUnauthorized(attune.feedback().get(token, "/v1/alerts"));
    isUnauthorized(attune.feedback().get(token, "/v1/alerts/alr_1"));
    isUnauthorized(attune.feedback().post(token, "/v1/alerts/alr_1/acknowledge", ""));
    isUnauthorized(attune.feedback().get(token, "/v1/stream"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"therapist", "client", "supervisor", "observer", "auditor", "admin", ""})
  void only_an_integration_may_send_ratings(String role) {
    String token = attune.tokens().of(role, clinic.tenant(), about.therapist());

    Answer answer = attune.intake().post(token, "/v1/ratings", about.srs(1, "36").toString());

    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(attune.log().ratings(clinic.tenant())).isEmpty();
  }

  @Test
  void a_stream_ends_when_its_token_does() {
    String token =
        attune.tokens().of("therapist", clinic.tenant(), about.therapist(), Duration.ofSeconds(4));
    try (EventStream stream = EventStream.open(attune.feedback().at("/v1/stream"), token, 0L)) {
      Eventually.holds(() -> assertThat(stream.ended()).isTrue());
    }
    Eventually.holds(() -> isUnauthorized(attune.feedback().get(token, "/v1/caseload")));
  }

  private static void isUnauthorized(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("Exception", "SRJWT", "jose");
  }
}
