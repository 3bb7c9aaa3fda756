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
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place that turns refusals and failures into HTTP. No answer repeats an exception's text.
 */
final class ProblemMappers {

  @ServerExceptionMapper
  RestResponse<Problem> refused(ProblemException refused) {
    RestResponse.ResponseBuilder<Problem> answer = answer(refused.problem());
    Long retryAfter = refused.retryAfter();
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
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
    RestResponse.ResponseBuilder<Problem> answer =
        answer(Problem.of(status, slug, info.getReasonPhrase(), null, List.of()));
    e.getResponse()
        .getStringHeaders()
        .forEach((name, values) -> {
          if (!isAboutTheBody(name)) {
            values.forEach(value -> answer.header(name, value));
          }
        });
    return answer.build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> unexpected(Exception e) {
    return refused(ProblemException.unexpected(e));
  }

  /** The body of the exception's own response is not the one that is sent. */
  private static boolean isAboutTheBody(String header) {
    return header.regionMatches(true, 0, "Content-", 0, "Content-".length());
  }

  private static RestResponse.ResponseBuilder<Problem> answer(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(MediaType.valueOf(Problem.MEDIA_TYPE));
  }
}
