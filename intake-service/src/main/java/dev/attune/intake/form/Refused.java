package dev.attune.intake.form;

import dev.attune.web.ProblemException;

/**
 * What a browser is answered in place of an acknowledgement; the page that follows has the words.
 */
final class Refused {

  private Refused() {}

  static ProblemException of(Closed why) {
    return ProblemException.of(
        why.status(), why.slug(), "No form here", "The address leads to no form, or no longer.");
  }

  static ProblemException foreignPage() {
    return ProblemException.of(
        403, "foreign-page", "Not allowed", "Another site's page may not do this.");
  }
}
