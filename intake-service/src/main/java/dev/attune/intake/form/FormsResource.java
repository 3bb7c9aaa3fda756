package dev.attune.intake.form;

import dev.attune.intake.domain.FormRequest;
import dev.attune.intake.domain.FormRequestReader;
import dev.attune.intake.domain.Reading;
import dev.attune.intake.rest.Bodies;
import dev.attune.intake.rest.Refusals;
import dev.attune.web.CurrentCaller;
import dev.attune.web.ProblemException;
import dev.attune.web.Role;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Makes links to rating forms. */
@Path("/v1/forms")
@Authenticated
public class FormsResource {

  private final CurrentCaller caller;
  private final Bodies bodies;
  private final FormRequestReader reader;
  private final FormKeys keys;
  private final FormLinks links;
  private final Sheets sheets;
  private final Clock clock;

  FormsResource(
      CurrentCaller caller,
      Bodies bodies,
      FormRequestReader reader,
      FormKeys keys,
      FormLinks links,
      Sheets sheets,
      Clock clock) {
    this.caller = caller;
    this.bodies = bodies;
    this.reader = reader;
    this.keys = keys;
    this.links = links;
    this.sheets = sheets;
    this.clock = clock;
  }

  /**
   * A link that was made.
   *
   * @param qr its QR code as an SVG picture
   * @param withheld what was ordered and will not be shown; where that is everything, the link
   *     leads to a page that says why
   */
  record Made(String link, Instant expiresAt, String qr, List<Sheets.Withheld> withheld) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public CompletionStage<Made> make(@Context HttpServerRequest request) {
    String tenant = caller.require(Role.INTEGRATION).tenant();
    if (!keys.exist()) {
      throw ProblemException.of(
          501, "forms-not-set-up", "Forms not set up", "No key seals links in this installation.");
    }
    return bodies
        .read(request)
        .thenApply(body -> {
          Instant now = clock.instant();
          return switch (reader.read(body, tenant, now)) {
            case Reading.Legal<FormRequest>(FormRequest legal) -> made(legal, now);
            case Reading.Illegal<FormRequest> why -> throw Refusals.illegal("form", why);
            case Reading.Unreadable<FormRequest> where -> throw Refusals.unreadable(where);
          };
        });
  }

  private Made made(FormRequest request, Instant now) {
    FormLinks.Link link = links.seal(request.order(), request.validFor(), now);
    List<Sheets.Withheld> withheld = sheets.of(request.order()).orElseThrow().withheld();
    return new Made(link.address(), link.expiresAt(), QrSvg.of(link.address()), withheld);
  }
}
