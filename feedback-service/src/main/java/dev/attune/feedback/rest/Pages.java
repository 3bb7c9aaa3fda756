package dev.attune.feedback.rest;

import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Pages of lists, with a link to the next one (RFC 8288). */
final class Pages {

  private Pages() {}

  static <T> RestResponse<T> answer(T page, @Nullable String next, UriInfo address) {
    var answer = RestResponse.ResponseBuilder.ok(page);
    if (next != null) {
      var uri = address.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
      String target = uri.getRawPath() + "?" + uri.getRawQuery();
      answer.header("Link", "<" + target + ">; rel=\"next\"");
    }
    return answer.build();
  }
}
