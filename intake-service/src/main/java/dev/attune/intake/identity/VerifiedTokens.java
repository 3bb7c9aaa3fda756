package dev.attune.intake.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token once and takes it as verified for a minute, though never beyond its own end: an
 * integration sends thousands of ratings with one token, and checking an RSA signature costs more
 * than all the rest of a request. A key taken out of the issuer's set is refused within that
 * minute.
 *
 * <p>Only verified tokens are kept, the 2,000 used latest. The key is the token itself, which its
 * verified form holds anyway.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedTokens extends JWTCallerPrincipalFactory {

  /** So many are kept. */
  static final int KEPT = 2_000;

  private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

  private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
  private final Clock clock;
  private final Map<String, Verified> kept = new LatestUsed();

  VerifiedTokens(Clock clock) {
    this.clock = clock;
  }

  private record Verified(JWTCallerPrincipal caller, Instant until) {}

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    Instant now = clock.instant();
    Verified known = find(token);
    if (known != null && now.isBefore(known.until())) {
      return known.caller();
    }
    JWTCallerPrincipal caller = verifier.parse(token, context);
    Instant end = Instant.ofEpochSecond(caller.getExpirationTime());
    Instant trusted = now.plus(TRUSTED_FOR);
    keep(token, new Verified(caller, end.isBefore(trusted) ? end : trusted));
    return caller;
  }

  private @Nullable Verified find(String token) {
    synchronized (kept) {
      return kept.get(token);
    }
  }

  private void keep(String token, Verified verified) {
    synchronized (kept) {
      kept.put(token, verified);
    }
  }

  /** A map that drops what has not been used for longest. */
  private static final class LatestUsed extends LinkedHashMap<String, Verified> {

    private static final long serialVersionUID = 1L;

    LatestUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
      return size() > KEPT;
    }
  }
}
