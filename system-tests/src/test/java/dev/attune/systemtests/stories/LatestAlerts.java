package dev.attune.systemtests.stories;

import dev.attune.contracts.Alert;
import dev.attune.systemtests.check.Logged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last state of each alert on the log. */
final class LatestAlerts {
  private LatestAlerts() {}

  static List<Alert> of(List<Logged<Alert>> log) {
    Map<String, Alert> latest = new LinkedHashMap<>();
    for (Logged<Alert> logged : log) {
      Alert alert = logged.value();
      if (alert == null) {
        latest.remove(logged.key());
      } else {
        latest.put(logged.key(), alert);
      }
    }
    return List.copyOf(latest.values());
  }
}
