package dev.attune.web;

import java.util.List;
import java.util.Locale;

/** The problems that every HTTP service can answer with. */
final class Problems {

  static final Problem UNAUTHORIZED =
      Problem.of(
          401,
          "unauthorized",
          "Not signed in",
          "A valid token with tenant and subject is needed.",
          List.of());

  static final Problem FORBIDDEN =
      Problem.of(
          403, "forbidden", "Not allowed", "The token's roles do not allow this.", List.of());

  static final Problem UNREADABLE =
      Problem.of(
          400, "unreadable", "Not readable", "The body is not the JSON it should be.", List.of());

  static final Problem UNEXPECTED =
      Problem.of(
          500,
          "unexpected",
          "Something went wrong here",
          "The fault is ours and has been recorded.",
          List.of());

  private Problems() {}

  static String slug(String reason) {
    return reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
