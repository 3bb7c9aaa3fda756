package dev.attune.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.attune.intake.SettableClock;
import dev.attune.intake.Tokens;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A token is verified again where the key that it was signed with is no longer taken. */
class VerifiedTokensTest {

  private static final Tokens TOKENS = new Tokens();

  private final SettableClock clock = new SettableClock(Instant.now());
  private final VerifiedTokens verified = new VerifiedTokens(clock);
  private final JWTAuthContextInfo trusted = trusting(TOKENS);
  private final JWTAuthContextInfo rotated = trusting(new Tokens());

  @Test
  void a_token_is_taken_as_verified_for_a_minute() throws Exception {
    String token = TOKENS.signed(Tokens.claims());
    verified.parse(token, trusted);

    clock.pass(Duration.ofMillis(59_999));

    assertThat(verified.parse(token, rotated).getSubject()).isEqualTo("ehr-1");
  }

  @Test
  void and_no_longer() throws Exception {
    String token = TOKENS.signed(Tokens.claims());
    verified.parse(token, trusted);

    clock.pass(Duration.ofMinutes(1));

    refused(token);
  }

  @Test
  void and_never_beyond_its_own_end() throws Exception {
    String token = TOKENS.signed(Tokens.claims("exp", clock.instant().getEpochSecond() + 30));
    verified.parse(token, trusted);

    clock.pass(Duration.ofSeconds(30));

    refused(token);
  }

  @Test
  void a_token_that_was_refused_is_not_kept() {
    String token = TOKENS.signed(Tokens.claims());

    refused(token);
    refused(token);
  }

  @Test
  void only_so_many_are_kept_those_used_latest() throws Exception {
    List<String> tokens =
        IntStream.rangeClosed(0, VerifiedTokens.KEPT)
            .mapToObj(i -> TOKENS.signed(Tokens.claims("jti", "t-" + i)))
            .toList();
    for (String token : tokens) {
      verified.parse(token, trusted);
      verified.parse(tokens.getFirst(), trusted);
    }

    assertThat(verified.parse(tokens.getFirst(), rotated).getClaim("jti").toString())
        .isEqualTo("t-0");
    assertThat(verified.parse(tokens.getLast(), rotated).getSubject()).isEqualTo("ehr-1");
    refused(tokens.get(1));
  }

  private void refused(String token) {
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> verified.parse(token, rotated));
  }

  private static JWTAuthContextInfo trusting(Tokens tokens) {
    return new JWTAuthContextInfo(tokens.publicKey(), Tokens.ISSUER);
  }
}
