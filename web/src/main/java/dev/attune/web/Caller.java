package dev.attune.web;

import java.time.Instant;
import java.util.Set;

/**
 * Who calls, as the clinic's identity provider vouches.
 *
 * @param tenant the clinic; it comes from the token alone, never from a body or an address
 * @param subject the person or system, by the clinic's own id
 * @param expiresAt when the token ends, and with it every stream opened by it
 */
public record Caller(String tenant, String subject, Set<Role> roles, Instant expiresAt) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the caller has the role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
