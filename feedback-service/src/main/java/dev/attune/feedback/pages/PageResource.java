package dev.attune.feedback.pages;

import dev.attune.feedback.read.Caseloads;
import dev.attune.feedback.read.Episodes;
import dev.attune.web.Caller;
import dev.attune.web.CurrentCaller;
import dev.attune.web.ProblemException;
import dev.attune.web.Role;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The pages of a therapist. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class PageResource {

  private final Visitors visitors;
  private final CurrentCaller current;
  private final Caseloads caseloads;
  private final Trends trends;
  private final Episodes episodes;

  PageResource(
      Visitors visitors,
      CurrentCaller current,
      Caseloads caseloads,
      Trends trends,
      Episodes episodes) {
    this.visitors = visitors;
    this.current = current;
    this.caseloads = caseloads;
    this.trends = trends;
    this.episodes = episodes;
  }

  @GET
  public Uni<TemplateInstance> caseload(
      @RestQuery @Nullable String cursor,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    Caller caller = current.require(Role.THERAPIST);
    Frame frame = visitors.frame(caller, language);
    return caseloads
        .of(caller, cursor)
        .chain(view -> trends.of(caller, view).map(totals -> CaseloadPage.of(frame, view, totals)))
        .map(page -> spoken(Templates.caseload(page), frame));
  }

  @GET
  @Path("episodes/{episode}")
  public Uni<TemplateInstance> episode(
      @RestPath String episode,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    Caller caller = current.require(Role.THERAPIST);
    Frame frame = visitors.frame(caller, language);
    return episodes
        .of(caller, episode)
        .map(view -> view.orElseThrow(() -> ProblemException.notFound("episode")))
        .map(view -> EpisodePage.of(frame, view))
        .map(page -> spoken(Templates.episode(page), frame));
  }

  static TemplateInstance spoken(TemplateInstance page, Frame frame) {
    return page.setLocale(frame.writing().language());
  }
}
