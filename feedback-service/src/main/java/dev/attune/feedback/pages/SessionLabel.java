package dev.attune.feedback.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as it is called on a page: by its number where it has one, and by its date. */
public record SessionLabel(@Nullable Integer number, String date, String iso) {

  static SessionLabel of(@Nullable Integer number, Instant heldAt, Writing writing) {
    return new SessionLabel(number, writing.date(heldAt), heldAt.toString());
  }
}
