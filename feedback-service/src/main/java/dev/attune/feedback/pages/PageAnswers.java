package dev.attune.feedback.pages;

import dev.attune.web.PageGuard;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** What every answer to a browser has in common: its headers, and problems as pages. */
class PageAnswers {

  private static final List<String> NOT_PAGES = List.of("v1/", "q/", "fhir/");
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final Visitors visitors;

  PageAnswers(Visitors visitors) {
    this.visitors = visitors;
  }

  @ServerResponseFilter
  @Nullable Uni<Void> finish(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()
        || !asksForPage(request)) {
      guard(response);
      return null;
    }
    if (response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()
        && visitors.localSignIn()) {
      response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
      response.getHeaders().putSingle(HttpHeaders.LOCATION, "/sign-in");
      response.setEntity(null);
      return null;
    }
    Frame frame = visitors.frameOfNobody(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    var page = new ProblemPage(frame, ProblemPage.kind(response.getStatus()));
    return PageResource.spoken(Templates.problem(page), frame)
        .createUni()
        .invoke(html -> response.setEntity(html, null, HTML))
        .invoke(() -> guard(response))
        .replaceWithVoid();
  }

  private static boolean asksForPage(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    String below = path.startsWith("/") ? path.substring(1) : path;
    return NOT_PAGES.stream().noneMatch(below::startsWith)
        && request.getAcceptableMediaTypes().stream().anyMatch(PageAnswers::isHtml);
  }

  private static void guard(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (type != null && isHtml(type)) {
      PageGuard.page(response.getHeaders(), "same-origin");
    } else {
      PageGuard.answer(response.getHeaders());
    }
  }

  private static boolean isHtml(MediaType type) {
    return type.getType().equals("text") && type.getSubtype().equals("html");
  }
}
