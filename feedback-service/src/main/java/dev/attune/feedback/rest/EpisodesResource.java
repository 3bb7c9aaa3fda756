package dev.attune.feedback.rest;

import dev.attune.feedback.read.EpisodeView;
import dev.attune.feedback.read.Episodes;
import dev.attune.web.CurrentCaller;
import dev.attune.web.ProblemException;
import dev.attune.web.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** Single episodes. */
@Path("/v1/episodes/{episode}")
@Authenticated
class EpisodesResource {

  private final CurrentCaller caller;
  private final Episodes episodes;

  EpisodesResource(CurrentCaller caller, Episodes episodes) {
    this.caller = caller;
    this.episodes = episodes;
  }

  /** One episode. */
  @GET
  public Uni<EpisodeView> episode(@RestPath String episode) {
    return episodes
        .of(caller.require(Role.THERAPIST, Role.INTEGRATION), episode)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("episode")));
  }
}
