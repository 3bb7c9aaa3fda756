package dev.attune.systemtests.check;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every transition of an alert is on the log exactly once: revisions count from 1 without gap or
 * repetition, each state differs from the one before it, and of one series and rule family no two
 * alerts are open at once.
 */
public final class ToldOnce {
  private static final Set<AlertStatus> OPEN =
      EnumSet.of(AlertStatus.OPEN, AlertStatus.RECOVERING, AlertStatus.PROBABLY_REPAIRED);

  private ToldOnce() {}

  /** What is wrong with the alerts and marks on the log, each partition in its order. */
  public static List<Breach> breaches(List<Logged<Alert>> alerts) {
    var breaches = new ArrayList<Breach>();
    var last = new HashMap<String, Alert>();
    var open = new HashMap<List<Object>, String>();
    for (Logged<Alert> logged : alerts) {
      Alert alert = logged.value();
      if (alert == null) {
        last.remove(logged.key());
        continue;
      }
      step(logged.key(), last.put(logged.key(), alert), alert, breaches);
      opened(alert, open, breaches);
    }
    return List.copyOf(breaches);
  }

  private static void step(String key, @Nullable Alert before, Alert now, List<Breach> out) {
    if (!now.key().text().equals(key)) {
      out.add(new Breach("under the key of another alert", key));
    }
    long expected = before == null ? 1 : before.revision() + 1;
    if (now.revision() != expected) {
      out.add(new Breach("revision " + now.revision() + " in place of " + expected, key));
    }
    if (before != null && Objects.equals(state(before), state(now))) {
      out.add(new Breach("told again without a change", key));
    }
  }

  private static void opened(Alert alert, Map<List<Object>, String> open, List<Breach> out) {
    List<Object> series =
        List.of(alert.tenant(), alert.episode(), alert.instrument(), alert.rater(), alert.family());
    if (isOpen(alert)) {
      String other = open.put(series, alert.id());
      if (other != null && !other.equals(alert.id())) {
        out.add(new Breach("open beside another of its family", alert.key().text()));
      }
    } else {
      open.remove(series, alert.id());
    }
  }

  private static boolean isOpen(Alert alert) {
    return !alert.isMark() && OPEN.contains(alert.status());
  }

  /** What an alert says, whatever the revision it says it under. */
  private static Alert state(Alert alert) {
    return new Alert(
        alert.tenant(),
        alert.episode(),
        alert.client(),
        alert.therapist(),
        alert.id(),
        1,
        alert.family(),
        alert.rule(),
        alert.ruleSet(),
        alert.severity(),
        alert.status(),
        alert.instrument(),
        alert.rater(),
        alert.openedAt(),
        alert.evidence(),
        alert.explanation(),
        alert.suggestion(),
        alert.baselineResetOffered(),
        alert.steps());
  }
}
