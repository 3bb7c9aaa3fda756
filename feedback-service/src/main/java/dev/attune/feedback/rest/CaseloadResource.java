package dev.attune.feedback.rest;

import dev.attune.feedback.read.CaseloadView;
import dev.attune.feedback.read.Caseloads;
import dev.attune.web.CurrentCaller;
import dev.attune.web.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's episodes. */
@Path("/v1/caseload")
@Authenticated
class CaseloadResource {

  private final CurrentCaller caller;
  private final Caseloads caseloads;

  CaseloadResource(CurrentCaller caller, Caseloads caseloads) {
    this.caller = caller;
    this.caseloads = caseloads;
  }

  /** One page of them. */
  @GET
  public Uni<RestResponse<CaseloadView>> caseload(
      @QueryParam("cursor") @Nullable String cursor, @Context UriInfo address) {
    return caseloads
        .of(caller.require(Role.THERAPIST, Role.INTEGRATION), cursor)
        .map(page -> Pages.answer(page, page.next(), address));
  }
}
