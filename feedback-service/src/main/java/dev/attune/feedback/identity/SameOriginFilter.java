package dev.attune.feedback.identity;

import dev.attune.web.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses requests by which a foreign page would use a person's cookie to change something. */
final class SameOriginFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @ServerRequestFilter(preMatching = true)
  void check(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    var origin =
        new SameOrigin(
            request.getHeaderString("Sec-Fetch-Site"),
            request.getHeaderString("Origin"),
            request.getHeaderString(HttpHeaders.HOST));
    boolean byCookie =
        request.getCookies().containsKey(LocalSignIn.COOKIE)
            && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
    if ((byCookie || origin.told()) && !origin.vouched()) {
      throw ProblemException.of(
          403, "foreign-page", "Not allowed", "Another site's page may not do this.");
    }
  }
}
