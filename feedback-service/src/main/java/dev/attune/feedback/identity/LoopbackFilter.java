package dev.attune.feedback.identity;

import dev.attune.web.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses requests under a name that a foreign page lets point here, where one could sign in. */
final class LoopbackFilter {

  private final LocalSignIn signIn;

  LoopbackFilter(LocalSignIn signIn) {
    this.signIn = signIn;
  }

  @ServerRequestFilter(preMatching = true)
  void check(ContainerRequestContext request) {
    if (signIn.exists() && !Loopback.names(request.getUriInfo().getRequestUri().getHost())) {
      throw ProblemException.of(
          403, "foreign-name", "Not allowed", "This machine is reached as localhost only.");
    }
  }
}
