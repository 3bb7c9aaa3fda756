package dev.attune.intake.form;

import dev.attune.intake.domain.SentForms;
import dev.attune.intake.form.FormLinks.Opened;
import dev.attune.intake.rest.TraceContext;
import dev.attune.web.Languages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The form behind a link. The link says everything; nobody signs in. */
@Path("/forms")
public class FormPagesResource {

  private final FormLinks links;
  private final Sheets sheets;
  private final SentForms sent;
  private final RecordForm forms;
  private final Clock clock;
  private final ZoneId zone;

  FormPagesResource(
      FormLinks links,
      Sheets sheets,
      SentForms sent,
      RecordForm forms,
      Clock clock,
      FormConfig config) {
    this.links = links;
    this.sheets = sheets;
    this.sent = sent;
    this.forms = forms;
    this.clock = clock;
    this.zone = config.timeZone().map(ZoneId::of).orElseGet(ZoneId::systemDefault);
  }

  @GET
  @Path("/{token}")
  @Produces(MediaType.TEXT_HTML)
  @NonBlocking
  public RestResponse<TemplateInstance> form(
      @RestPath String token,
      @RestQuery @Nullable String lang,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    Frame asked = frame(lang == null ? accepted : lang);
    return switch (links.open(token, clock.instant())) {
      case Opened.Refused(Closed why) -> closed(asked, why);
      case Opened.Order link -> form(frame(link, asked), link);
    };
  }

  private RestResponse<TemplateInstance> form(Frame frame, Opened.Order link) {
    Optional<Sheets.Sheet> sheet = sheets.of(link.order());
    if (sheet.isEmpty()) {
      return closed(frame, Closed.OUTDATED);
    }
    if (sent.knows(link.form())) {
      return closed(frame, Closed.SENT);
    }
    Closed withheld = sheet.get().closed();
    return withheld == null
        ? page(200, Templates.form(FormPage.of(frame, zone, link, sheet.get().shown())), frame)
        : closed(frame, withheld);
  }

  /** Takes what was filled in. */
  @POST
  @Path("/{token}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  public CompletionStage<RecordForm.Accepted> send(
      @RestPath String token,
      @HeaderParam("Sec-Fetch-Site") @Nullable String from,
      @Context HttpServerRequest request) {
    if (from != null && !from.equals("same-origin")) {
      throw Refused.foreignPage();
    }
    return switch (links.open(token, clock.instant())) {
      case Opened.Refused(Closed why) -> throw Refused.of(why);
      case Opened.Order link -> forms.record(link, request, TraceContext.of(request));
    };
  }

  /** Where nothing is left of a form that was sent. */
  @GET
  @Path("/done")
  @Produces(MediaType.TEXT_HTML)
  @NonBlocking
  public RestResponse<TemplateInstance> done(
      @RestQuery @Nullable String lang,
      @RestQuery @Nullable String kiosk,
      @RestQuery @Nullable String left,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    Frame frame = frame(lang == null ? accepted : lang);
    return page(200, Templates.done(new DonePage(frame, kiosk != null, left != null)), frame);
  }

  private static Frame frame(Opened.Order link, Frame asked) {
    String language = link.order().language();
    return language == null ? asked : frame(language);
  }

  private static Frame frame(@Nullable String language) {
    return new Frame(Languages.asked(language));
  }

  private static RestResponse<TemplateInstance> closed(Frame frame, Closed why) {
    return page(why.status(), Templates.closed(new ClosedPage(frame, why)), frame);
  }

  private static RestResponse<TemplateInstance> page(
      int status, TemplateInstance page, Frame frame) {
    return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
        .entity(page.setLocale(frame.language()))
        .build();
  }
}
