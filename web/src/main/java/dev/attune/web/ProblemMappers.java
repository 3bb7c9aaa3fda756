package dev.attune.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place that turns refusals and failures into HTTP. No answer repeats an exception's text.
 */
final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  RestResponse<Problem> refused(ProblemException refused) {
    RestResponse.ResponseBuilder<Problem> answer = answer(refused.problem());
    Duration retryAfter = refused.retryAfter();
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
    }
    return answer.build();
  }

  @ServerExceptionMapper({
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class
  })
  RestResponse<Problem> unauthorized() {
    return answer(Problems.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"attune\"")
        .build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> forbidden(ForbiddenException forbidden) {
    return answer(Problems.FORBIDDEN).build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> unreadable(JsonProcessingException unreadable) {
    return answer(Problems.UNREADABLE).build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> http(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (e.getCause() instanceof JsonProcessingException) {
      return answer(Problems.UNREADABLE).build();
    }
    if (status >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
      return unexpected(e);
    }
    Response.StatusType info = e.getResponse().getStatusInfo();
    String slug = Problems.slug(info.getReasonPhrase());
    return answer(Problem.of(status, slug, info.getReasonPhrase(), null, List.of())).build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> unexpected(Exception e) {
    // The message may hold values of a request; the class and where it was thrown do not.
    StackTraceElement[] trace = e.getStackTrace();
    LOG.errorf(
        "unexpected failure kind=%s at=%s",
        e.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return answer(Problems.UNEXPECTED).build();
  }

  private static RestResponse.ResponseBuilder<Problem> answer(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(MediaType.valueOf(Problem.MEDIA_TYPE));
  }
}
