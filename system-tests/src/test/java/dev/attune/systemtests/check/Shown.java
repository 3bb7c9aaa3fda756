package dev.attune.systemtests.check;

import dev.attune.contracts.Alert;
import dev.attune.contracts.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands about one episode, either on the log or in the read model: the latest of everything
 * by its identity, as text that can be compared.
 */
public record Shown(Map<String, String> scores, Map<String, String> alerts) {
  public Shown {
    scores = Map.copyOf(scores);
    alerts = Map.copyOf(alerts);
  }

  /** What the log says about one episode: the last record of each key. */
  public static Shown onLog(List<Logged<Score>> scores, List<Logged<Alert>> alerts) {
    var latestScores = new TreeMap<String, String>();
    scores.forEach(logged -> keep(latestScores, logged.key(), told(logged.value())));
    var latestAlerts = new TreeMap<String, String>();
    alerts.forEach(logged -> keep(latestAlerts, logged.key(), told(logged.value())));
    return new Shown(strip(latestScores, 2), strip(latestAlerts, 2));
  }

  /** Everything that stands on one side alone or differs. */
  public List<Breach> differences(Shown readModel) {
    var breaches = new ArrayList<Breach>();
    compare("score", scores, readModel.scores, breaches);
    compare("alert", alerts, readModel.alerts, breaches);
    return List.copyOf(breaches);
  }

  /** How a score is written down for comparison. */
  public static String score(String state, @Nullable String total) {
    return state + " " + total;
  }

  /** How an alert is written down for comparison. */
  public static String alert(long revision, String severity, String status) {
    return revision + " " + severity + " " + status;
  }

  private static @Nullable String told(@Nullable Score score) {
    return score == null
        ? null
        : score(
            score.state().name(),
            score.total() == null ? null : score.total().stripTrailingZeros().toPlainString());
  }

  private static @Nullable String told(@Nullable Alert alert) {
    return alert == null
        ? null
        : alert(alert.revision(), alert.severity().name(), alert.status().name());
  }

  private static void keep(Map<String, String> latest, String key, @Nullable String value) {
    if (value == null) {
      latest.remove(key);
    } else {
      latest.put(key, value);
    }
  }

  /** Leaves out the first parts of each key: tenant and episode are the same for all. */
  private static Map<String, String> strip(Map<String, String> latest, int parts) {
    var stripped = new TreeMap<String, String>();
    latest.forEach((key, value) -> stripped.put(key.split("/", parts + 1)[parts], value));
    return stripped;
  }

  private static void compare(
      String what, Map<String, String> log, Map<String, String> model, List<Breach> out) {
    log.forEach((key, value) -> {
      String shown = model.get(key);
      if (shown == null) {
        out.add(new Breach(what + " on the log is not shown", key));
      } else if (!shown.equals(value)) {
        out.add(new Breach(what + " shown as " + shown + ", on the log " + value, key));
      }
    });
    model.keySet().stream()
        .filter(key -> !log.containsKey(key))
        .forEach(key -> out.add(new Breach(what + " shown is not on the log", key)));
  }
}
