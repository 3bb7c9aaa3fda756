package dev.attune.local;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program behind {@code ./attune}. */
@Command(
    name = "attune",
    description = "Attune on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      FormCommand.class,
      ImportCommand.class,
      InstrumentsCommand.class,
      VerifyCommand.class,
      DeadLettersCommand.class,
      RebuildCommand.class,
      DownCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Attune {

  private static final int FAILED = 1;

  private Attune() {}

  /** Runs one command and exits with its code: 0 where it did what it should, 1 where not. */
  public static void main(String[] arguments) {
    // The Kafka client of this process has nothing to say that the broker's own log does not.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Attune())
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(Attune::misunderstood)
        .setExecutionExceptionHandler((exception, commandLine, _) -> {
          commandLine.getErr().println("attune: " + Console.line(exception));
          return FAILED;
        });
  }

  private static int misunderstood(ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    commandLine
        .getErr()
        .println(
            "attune: %s; see ./attune help %s"
                .formatted(exception.getMessage(), commandLine.getCommandName()));
    return FAILED;
  }
}
