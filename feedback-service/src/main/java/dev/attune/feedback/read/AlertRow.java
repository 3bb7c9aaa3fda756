package dev.attune.feedback.read;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Json;
import dev.attune.contracts.Severity;
import dev.attune.feedback.domain.Acknowledgement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as it is kept, beside its acknowledgement. */
record AlertRow(
    String episode,
    String body,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Severity acknowledgedSeverity,
    @Nullable AlertStatus acknowledgedStatus) {

  /** What to select from alert {@code a} and acknowledgement {@code k}. */
  static final String COLUMNS =
      "a.episode, a.body, k.acknowledged_by, k.acknowledged_at,"
          + " k.severity as acknowledged_severity, k.status as acknowledged_status";

  /** The tables, and the episode {@code e} that tells whether the alert may be seen. */
  static final String TABLES =
      """
      alert a
      join episode e on e.tenant = a.tenant and e.episode = a.episode
      left join acknowledgement k
        on k.tenant = a.tenant and k.episode = a.episode and k.alert = a.alert
      """;

  AlertView view() {
    Alert alert = Json.read(body.getBytes(StandardCharsets.UTF_8), Alert.class);
    return AlertView.of(
        alert,
        Acknowledgement.of(
            acknowledgedBy, acknowledgedAt, acknowledgedSeverity, acknowledgedStatus));
  }
}
