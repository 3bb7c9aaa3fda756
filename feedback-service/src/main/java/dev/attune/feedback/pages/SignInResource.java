package dev.attune.feedback.pages;

import dev.attune.web.ProblemException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The page of the local sign-in; elsewhere there is no such page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInResource {

  private final Visitors visitors;

  SignInResource(Visitors visitors) {
    this.visitors = visitors;
  }

  @GET
  @Path("sign-in")
  @NonBlocking
  public TemplateInstance signIn(
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    if (!visitors.localSignIn()) {
      throw ProblemException.notFound("page");
    }
    Frame frame = visitors.frameOfNobody(language);
    return PageResource.spoken(Templates.signIn(new SignInPage(frame)), frame);
  }
}
