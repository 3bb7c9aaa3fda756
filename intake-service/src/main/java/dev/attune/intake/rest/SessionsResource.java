package dev.attune.intake.rest;

import dev.attune.web.Caller;
import dev.attune.web.CurrentCaller;
import dev.attune.web.Role;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Takes what became of therapy sessions. */
@Path("/v1/sessions")
@Authenticated
class SessionsResource {

  private final CurrentCaller caller;
  private final Bodies bodies;
  private final RecordSession sessions;

  SessionsResource(CurrentCaller caller, Bodies bodies, RecordSession sessions) {
    this.caller = caller;
    this.bodies = bodies;
    this.sessions = sessions;
  }

  @PUT
  @Path("/{session}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  public CompletionStage<RecordSession.Accepted> record(
      @RestPath String session, @Context HttpServerRequest request) {
    Caller who = caller.require(Role.INTEGRATION);
    String trace = TraceContext.of(request);
    return bodies
        .read(request)
        .thenCompose(body -> sessions.record(body, who.tenant(), session, trace));
  }
}
