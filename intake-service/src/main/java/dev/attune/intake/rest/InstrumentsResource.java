package dev.attune.intake.rest;

import dev.attune.web.CurrentCaller;
import dev.attune.web.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Shows the instruments: what they ask, how they are scored, where that comes from, and who may
 * show a form.
 */
@Path("/v1/instruments")
@Authenticated
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
class InstrumentsResource {

  private static final int FRESH_SECONDS = 300;

  private final CurrentCaller caller;
  private final InstrumentPages pages;

  InstrumentsResource(CurrentCaller caller, InstrumentPages pages) {
    this.caller = caller;
    this.pages = pages;
  }

  @GET
  public Response all(@Context Request request) {
    return answer(pages.all(tenant()), request);
  }

  @GET
  @Path("/{id}")
  public Response one(@RestPath String id, @Context Request request) {
    InstrumentPages.Page page = pages.of(id, tenant());
    if (page == null) {
      throw ProblemException.notFound("instrument");
    }
    return answer(page, request);
  }

  private String tenant() {
    return caller.caller().tenant();
  }

  private static Response answer(InstrumentPages.Page page, Request request) {
    var tag = new EntityTag(page.tag());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    var caching = new CacheControl();
    caching.setPrivate(true);
    caching.setMaxAge(FRESH_SECONDS);
    return (unchanged != null ? unchanged : Response.ok(page.json()))
        .tag(tag)
        .cacheControl(caching)
        .build();
  }
}
