package dev.attune.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 problem details. The type is stable and may be built upon; title and detail
 * are for people.
 *
 * @param faults everything wrong with the body, each with its place; empty where the body is not at
 *     fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, @Nullable String detail, List<Fault> faults) {

  /** The media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://attune.dev/problems/";

  public Problem {
    faults = List.copyOf(faults);
  }

  /**
   * A problem of a type of ours.
   *
   * @param slug the last part of its type, e.g. {@code rating-refused}
   */
  public static Problem of(
      int status, String slug, String title, @Nullable String detail, List<Fault> faults) {
    return new Problem(TYPES + slug, title, status, detail, faults);
  }

  /** The last part of the type, as metrics name it. */
  public String slug() {
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
