package dev.attune.local;

import dev.attune.local.RunRecord.Running;
import dev.attune.local.verify.ReadModelReset;
import dev.attune.local.verify.Report;
import dev.attune.local.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes again from the log what can be made again. */
@Command(
    name = "rebuild",
    description = "Makes again from the log what can be made again.",
    subcommands = RebuildCommand.Feedback.class)
final class RebuildCommand {

  /** The read model. */
  @Command(
      name = "feedback",
      description = {
        "Empties the read model, lets feedback-service make it again from the log, and compares the"
            + " two. Acknowledgements, feeds, what people were told and the audit stay, and nobody"
            + " is told again.",
        "Until it is done people see too little. With --database, restart feedback-service as it"
            + " says."
      })
  static final class Feedback implements Callable<Integer> {

    @Mixin private final WhereOption where = new WhereOption();

    @Option(
        names = "--within",
        paramLabel = "SECONDS",
        description = "How long it may take until log and read model agree. Default: 600.")
    private int within = 600;

    private final Console console = new Console(System.out);

    @Override
    public Integer call() throws SQLException {
      long began = System.nanoTime();
      Duration patience = Duration.ofSeconds(within);
      KafkaClients kafka = where.kafka();
      try (Connection database = where.database(Logins::admin)) {
        ReadModelReset.run(database);
        console.say("emptied the read model");
        tell();
        Report report =
            new Verification(
                    kafka, database, Verification.tenants(null), patience, InstantSource.system())
                .run();
        Report.Counts counts = report.counts();
        console.say(
            "%d sessions, %d scores, %d alerts and marks on the log; %s after %.1f s"
                .formatted(
                    counts.sessions(),
                    counts.scores(),
                    counts.alerts(),
                    report.agrees()
                        ? "the read model agrees"
                        : report.differences().size() + " differences, see ./attune verify",
                    (System.nanoTime() - began) / 1e9));
        return report.agrees() ? 0 : 1;
      }
    }

    /** A feedback-service that has nothing to read would not notice. */
    private void tell() {
      if (!where.isHere()) {
        console.say("now restart feedback-service; waiting until it has read the log");
        return;
      }
      Optional<ProcessHandle> feedback =
          RunRecord.of(where.directory())
              .flatMap(record -> record.part(Service.FEEDBACK.partName()))
              .flatMap(Running::alive);
      feedback.ifPresent(ProcessHandle::destroy);
      console.say(
          feedback.isPresent()
              ? "restarting feedback-service; waiting until it has read the log"
              : "feedback-service does not run; waiting until it has read the log");
    }
  }
}
