package dev.attune.feedback.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of alerts, the youngest first.
 *
 * @param next the cursor of the next page, null on the last one
 */
public record AlertsView(List<AlertView> alerts, @Nullable String next) {

  public AlertsView {
    alerts = List.copyOf(alerts);
  }
}
