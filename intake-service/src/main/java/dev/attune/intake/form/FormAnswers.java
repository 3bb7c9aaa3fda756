package dev.attune.intake.form;

import dev.attune.web.PageGuard;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What every answer about a form has in common: it is kept nowhere, and no other site hears of it.
 */
final class FormAnswers {

  @ServerResponseFilter
  void guard(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    if (!path.startsWith("/forms/") && !path.equals("/v1/forms")) {
      return;
    }
    MediaType type = response.getMediaType();
    if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
      PageGuard.page(response.getHeaders(), "no-referrer");
    } else {
      PageGuard.answer(response.getHeaders());
    }
  }
}
