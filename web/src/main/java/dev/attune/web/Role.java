package dev.attune.web;

import java.util.Locale;

/** What a caller may be to a clinic; the names stand in the token's {@code groups}. */
public enum Role {
  INTEGRATION,
  THERAPIST,
  CLIENT,
  SUPERVISOR,
  OBSERVER,
  AUDITOR,
  ADMIN;

  /** The name in a token. */
  public String group() {
    return name().toLowerCase(Locale.ROOT);
  }
}
