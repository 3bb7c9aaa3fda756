package dev.attune.feedback.identity;

import dev.attune.contracts.Identifiers;
import dev.attune.web.ProblemException;
import dev.attune.web.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Signing in and out in the embedded system. */
@Path("/")
class SignInResource {

  private final LocalSignIn signIn;

  SignInResource(LocalSignIn signIn) {
    this.signIn = signIn;
  }

  /** Signs in. */
  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<Void> signIn(
      @RestForm @Nullable String subject,
      @RestForm @Nullable String role,
      @RestForm @Nullable String tenant) {
    requireExisting();
    String token = signIn.token(legal(tenant), legal(subject), role(role));
    return to("/", cookie(token, (int) signIn.lasts().toSeconds()));
  }

  /** Signs out. */
  @POST
  @Path("sign-out")
  public RestResponse<Void> signOut() {
    requireExisting();
    return to("/sign-in", cookie("", 0));
  }

  private void requireExisting() {
    if (!signIn.exists()) {
      throw ProblemException.notFound("page");
    }
  }

  private static String legal(@Nullable String id) {
    if (id == null || Identifiers.fault(id) != null) {
      throw refused("Subject and tenant are identifiers as the clinic's system gives them.");
    }
    return id;
  }

  private static Role role(@Nullable String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.group().equals(name))
        .findFirst()
        .orElseThrow(() -> refused("The role is none there is."));
  }

  private static ProblemException refused(String detail) {
    return ProblemException.of(422, "sign-in-refused", "Sign-in refused", detail);
  }

  private static RestResponse<Void> to(String path, NewCookie cookie) {
    return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
        .location(URI.create(path))
        .cookie(cookie)
        .build();
  }

  private static NewCookie cookie(String token, int seconds) {
    return new NewCookie.Builder(LocalSignIn.COOKIE)
        .value(token)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
