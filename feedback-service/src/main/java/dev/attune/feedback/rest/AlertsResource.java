package dev.attune.feedback.rest;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.read.Alerts;
import dev.attune.feedback.read.AlertsView;
import dev.attune.web.CurrentCaller;
import dev.attune.web.ProblemException;
import dev.attune.web.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Alerts and their life. */
@Path("/v1/alerts")
@Authenticated
class AlertsResource {

  private final CurrentCaller caller;
  private final Alerts alerts;

  AlertsResource(CurrentCaller caller, Alerts alerts) {
    this.caller = caller;
    this.alerts = alerts;
  }

  /** One page of alerts. */
  @GET
  public Uni<RestResponse<AlertsView>> list(
      @QueryParam("status") @Nullable String status,
      @QueryParam("severity") @Nullable String severity,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo address) {
    return alerts
        .list(
            caller.require(Role.THERAPIST, Role.INTEGRATION),
            oneOf(AlertStatus.values(), status, "status"),
            oneOf(Severity.values(), severity, "severity"),
            cursor)
        .map(page -> Pages.answer(page, page.next(), address));
  }

  /** One alert. */
  @GET
  @Path("/{alert}")
  public Uni<AlertView> alert(@RestPath String alert) {
    return alerts
        .of(caller.require(Role.THERAPIST, Role.INTEGRATION), alert)
        .map(AlertsResource::orNotFound);
  }

  /** Acknowledges one. */
  @POST
  @Path("/{alert}/acknowledge")
  public Uni<AlertView> acknowledge(@RestPath String alert) {
    return alerts
        .acknowledge(caller.require(Role.THERAPIST), alert)
        .map(AlertsResource::orNotFound);
  }

  private static AlertView orNotFound(Optional<AlertView> found) {
    return found.orElseThrow(() -> ProblemException.notFound("alert"));
  }

  private static <E extends Enum<E>> @Nullable E oneOf(
      E[] values, @Nullable String text, String parameter) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.of(
                400,
                "bad-parameter",
                "No such " + parameter,
                "It is one of " + Arrays.toString(values) + "."));
  }
}
