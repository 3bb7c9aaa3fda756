package dev.attune.feedback.identity;

import dev.attune.web.Role;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A sign-in without a password, for the embedded system on one person's machine: it exists only
 * where a key to sign with is configured.
 */
@ApplicationScoped
public class LocalSignIn {

  /** The cookie that holds the token. */
  public static final String COOKIE = "attune";

  private final Optional<PrivateKey> key;
  private final Duration lasts;
  private final String issuer;
  private final Clock clock;

  LocalSignIn(
      SignInConfig config,
      @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
      Clock clock) {
    this.key = config.signInKey().map(LocalSignIn::read);
    this.lasts = config.signInLasts();
    this.issuer = issuer.orElse("");
    this.clock = clock;
  }

  /** Whether there is a local sign-in at all. */
  public boolean exists() {
    return key.isPresent();
  }

  Duration lasts() {
    return lasts;
  }

  String token(String tenant, String subject, Role role) {
    Instant now = clock.instant();
    return Jwt.issuer(issuer)
        .audience("attune")
        .subject(subject)
        .claim("tenant", tenant)
        .groups(Set.of(role.group()))
        .issuedAt(now)
        .expiresAt(now.plus(lasts))
        .sign(key.orElseThrow());
  }

  private static PrivateKey read(Path file) {
    try {
      return KeyUtils.decodePrivateKey(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("attune.local.sign-in-key holds no key", e);
    }
  }
}
