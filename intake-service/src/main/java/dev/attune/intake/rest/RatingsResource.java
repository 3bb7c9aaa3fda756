package dev.attune.intake.rest;

import dev.attune.web.CurrentCaller;
import dev.attune.web.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Takes ratings, one by one or in batches. */
@Path("/v1/ratings")
@Authenticated
class RatingsResource {

  private final CurrentCaller caller;
  private final Bodies bodies;
  private final RecordRating ratings;
  private final Batches batches;
  private final Tally tally;

  RatingsResource(
      CurrentCaller caller, Bodies bodies, RecordRating ratings, Batches batches, Tally tally) {
    this.caller = caller;
    this.bodies = bodies;
    this.ratings = ratings;
    this.batches = batches;
    this.tally = tally;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  public CompletionStage<Accepted> record(@Context HttpServerRequest request) {
    String tenant = caller.require(Role.INTEGRATION).tenant();
    String trace = TraceContext.of(request);
    return bodies
        .read(request)
        .exceptionally(why -> {
          throw tally.refused(Refusals.of(why));
        })
        .thenCompose(body -> ratings.record(body, tenant, trace));
  }

  @POST
  @Path("/batch")
  @Consumes(Batches.MEDIA_TYPE)
  @Produces(Batches.MEDIA_TYPE)
  public Multi<byte[]> recordBatch(@Context HttpServerRequest request) {
    return batches.open(request, caller.require(Role.INTEGRATION).tenant());
  }
}
