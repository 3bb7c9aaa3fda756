package dev.attune.web;

import dev.attune.contracts.Identifiers;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller of the request at hand. Endpoints that use it are {@code @Authenticated}, so that the
 * token has been verified before.
 */
@RequestScoped
public class CurrentCaller {

  private final SecurityIdentity identity;

  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The caller, if he has at least one of the roles.
   *
   * @throws ProblemException 401 where the token is missing or names no tenant or subject, 403
   *     where none of the roles is there
   */
  public Caller require(Role... anyOf) {
    Caller caller = caller();
    if (Arrays.stream(anyOf).noneMatch(caller::is)) {
      throw new ProblemException(Problems.FORBIDDEN);
    }
    return caller;
  }

  /**
   * The caller, whatever his roles.
   *
   * @throws ProblemException 401 where the token is missing or names no tenant or subject
   */
  public Caller caller() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)
        || !(token.getClaim("tenant") instanceof String tenant)
        || Identifiers.fault(tenant) != null
        || Identifiers.fault(token.getSubject()) != null) {
      throw new ProblemException(Problems.UNAUTHORIZED);
    }
    var roles =
        Arrays.stream(Role.values())
            .filter(role -> identity.hasRole(role.group()))
            .collect(Collectors.toSet());
    return new Caller(
        tenant, token.getSubject(), roles, Instant.ofEpochSecond(token.getExpirationTime()));
  }
}
