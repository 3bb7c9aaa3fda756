package dev.attune.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.Json;
import dev.attune.local.SystemStatus.PartStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the parts of the system; exits with 0 where all are up. */
@Command(
    name = "status",
    description =
        "Shows each part with its process, memory, address and state; exits with 1 unless all are"
            + " up.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  private final Console console = new Console(System.out);

  @Override
  public Integer call() {
    SystemStatus status = SystemStatus.of(data.directory());
    if (json) {
      console.say(asJson(status).toString());
    } else {
      console.say("%-17s %-9s %8s %8s  %s".formatted("part", "state", "pid", "memory", "address"));
      for (PartStatus part : status.parts()) {
        console.say(
            "%-17s %-9s %8s %8s  %s"
                .formatted(
                    part.name(),
                    part.state().word(),
                    part.pid() == null ? "-" : part.pid(),
                    part.pid() == null ? "-" : part.mib() + " MiB",
                    part.address()));
      }
      console.say("%-17s %-9s %8s %8s".formatted("all", "", "", status.mib() + " MiB"));
    }
    return status.allUp() ? 0 : 1;
  }

  private static ObjectNode asJson(SystemStatus status) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("data", status.data());
    root.put("state", status.allUp() ? "up" : "down");
    root.put("residentMiB", status.mib());
    for (PartStatus part : status.parts()) {
      root.withArray("/parts")
          .addObject()
          .put("name", part.name())
          .put("state", part.state().word())
          .put("pid", part.pid())
          .put("address", part.address())
          .put("residentMiB", part.mib());
    }
    return root;
  }
}
