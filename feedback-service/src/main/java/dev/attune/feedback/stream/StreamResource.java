package dev.attune.feedback.stream;

import static java.util.Objects.requireNonNull;

import dev.attune.web.Caller;
import dev.attune.web.CurrentCaller;
import dev.attune.web.ProblemException;
import dev.attune.web.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The live feed of a therapist. */
@Path("/v1/stream")
@Authenticated
class StreamResource {

  private final CurrentCaller caller;
  private final OpenStreams streams;
  private final FeedReader feed;
  private final Bells bells;
  private final StreamConfig config;
  private final Clock clock;

  StreamResource(
      CurrentCaller caller,
      OpenStreams streams,
      FeedReader feed,
      Bells bells,
      StreamConfig config,
      Clock clock) {
    this.caller = caller;
    this.streams = streams;
    this.feed = feed;
    this.bells = bells;
    this.config = config;
    this.clock = clock;
  }

  /** The events of the caller's feed, from where an earlier stream was cut off or from now on. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(
      @Context Sse sse,
      @Context RoutingContext routing,
      @HeaderParam("Last-Event-ID") @Nullable String header,
      @QueryParam("lastEventId") @Nullable String query) {
    Caller therapist = caller.require(Role.THERAPIST);
    OptionalLong after = seq(header == null || header.isEmpty() ? query : header);
    OpenStreams.Place place = streams.take(therapist);
    Bell bell = bells.hang(therapist.tenant(), therapist.subject());
    Runnable end =
        () -> {
          bells.remove(therapist.tenant(), therapist.subject(), bell);
          place.giveBack();
        };
    endWith(routing, end);
    var stream =
        new EventStream(
            feed,
            bell,
            config,
            clock,
            sse,
            therapist,
            requireNonNull(Vertx.currentContext()),
            after,
            place::isTaken);
    return stream.events().onTermination().invoke(end);
  }

  /** A client may be gone before the first byte; then nobody ever subscribes to the events. */
  private static void endWith(RoutingContext routing, Runnable end) {
    routing.addEndHandler(_ -> end.run());
    if (routing.response().closed() || routing.response().ended()) {
      end.run();
    }
  }

  private static OptionalLong seq(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long seq = Long.parseLong(text);
      if (seq >= 0) {
        return OptionalLong.of(seq);
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, which is the same whatever is wrong.
    }
    throw ProblemException.of(
        400, "bad-event-id", "No such event", "The last event's id is a number from 0.");
  }
}
