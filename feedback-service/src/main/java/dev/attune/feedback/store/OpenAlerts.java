package dev.attune.feedback.store;

import dev.attune.feedback.domain.Standing;
import java.util.stream.Collectors;

/** The condition by which a query finds the alerts that still ask for something. */
public final class OpenAlerts {

  /** On alert {@code a}. */
  public static final String CONDITION =
      Standing.asking().stream()
          .map(status -> "'" + status + "'")
          .collect(Collectors.joining(", ", "a.severity <> 'INFO' and a.status in (", ")"));

  private OpenAlerts() {}
}
