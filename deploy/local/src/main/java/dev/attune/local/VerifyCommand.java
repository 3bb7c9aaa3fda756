package dev.attune.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.Json;
import dev.attune.local.verify.Difference;
import dev.attune.local.verify.Report;
import dev.attune.local.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares log, scores, alerts and read model; exits with 0 where they agree. */
@Command(
    name = "verify",
    description = {
      "Compares log, scores, alerts and read model, and shows every difference with its keys; exits"
          + " with 1 where there is one.",
      "What is under way counts only once it is still there after --within seconds. It does not"
          + " score or judge anew: it tells whether everything was handled and says the same."
    })
final class VerifyCommand implements Callable<Integer> {

  @Mixin private final WhereOption where = new WhereOption();

  @Option(names = "--tenant", paramLabel = "T", description = "Only this clinic. Default: all.")
  private @Nullable String tenant;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description = "How long something may be under way. Default: 10.")
  private int within = 10;

  @Option(
      names = "--keys",
      paramLabel = "N",
      description = "The most keys to show of each kind of difference. Default: 20.")
  private int keys = 20;

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  private final Console console = new Console(System.out);

  @Override
  public Integer call() throws SQLException {
    // The superuser: row-level security would hide rows of a tenant of whom the log knows nothing.
    try (Connection database = where.database(Logins::admin)) {
      Report report =
          new Verification(
                  where.kafka(),
                  database,
                  Verification.tenants(tenant),
                  Duration.ofSeconds(within),
                  InstantSource.system())
              .run();
      if (json) {
        console.say(asJson(report).toString());
      } else {
        show(report);
      }
      return report.agrees() ? 0 : 1;
    }
  }

  private void show(Report report) {
    Report.Counts counts = report.counts();
    console.say(
        "%d sessions, %d ratings, %d scores, %d alerts and marks"
            .formatted(counts.sessions(), counts.ratings(), counts.scores(), counts.alerts()));
    report
        .byKind()
        .forEach((kind, all) -> {
          console.say("%d x %s".formatted(all.size(), kind.words()));
          shown(all).forEach(key -> console.say("    " + key));
          if (all.size() > keys) {
            console.say("    ... (--keys shows more)");
          }
        });
    console.say(report.agrees() ? "no difference" : report.differences().size() + " differences");
  }

  private ObjectNode asJson(Report report) {
    Report.Counts counts = report.counts();
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("agrees", report.agrees());
    root.putObject("compared")
        .put("sessions", counts.sessions())
        .put("ratings", counts.ratings())
        .put("scores", counts.scores())
        .put("alerts", counts.alerts());
    var differences = root.putArray("differences");
    report
        .byKind()
        .forEach((Difference.Kind kind, List<String> all) -> {
          ObjectNode one = differences.addObject();
          one.put("kind", kind.name()).put("what", kind.words()).put("count", all.size());
          shown(all).forEach(one.putArray("keys")::add);
        });
    return root;
  }

  private List<String> shown(List<String> all) {
    return all.subList(0, Math.min(Math.max(keys, 0), all.size()));
  }
}
