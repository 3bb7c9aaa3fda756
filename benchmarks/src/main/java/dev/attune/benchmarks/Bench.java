package dev.attune.benchmarks;

import dev.attune.benchmarks.detection.DetectionBench;
import dev.attune.local.RunningSystem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./attune bench}: each figure as a ratio to a limit measured in the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = DetectionBench.class,
    description = "Measures the system beside its limits. Other load on the machine spoils it.")
public final class Bench implements Callable<Integer> {

  private static final List<Integer> RATES = List.of(100, 500);

  @Parameters(
      arity = "0..*",
      description = "What to measure: intake, latency, replay; all where none is named.")
  private List<String> names = List.of();

  @Option(names = "--seconds", description = "Length of each run; default ${DEFAULT-VALUE}.")
  private int seconds = 15;

  @Option(names = "--ratings", description = "Ratings to replay; default ${DEFAULT-VALUE}.")
  private int ratings = 200_000;

  /** Runs the benchmarks named on the command line. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = System.out;
    Path root = Path.of(System.getProperty("attune.root", "."));
    Path directory = Files.createTempDirectory("attune-bench");
    Duration each = Duration.ofSeconds(seconds);
    if (wanted("intake") || wanted("latency")) {
      try (RunningSystem system = RunningSystem.start()) {
        if (wanted("latency")) {
          for (int rate : RATES) {
            Path state = Files.createDirectories(directory.resolve("rate-" + rate));
            out.println(ToTheScreen.run(state, system, rate, each));
          }
        }
        if (wanted("intake")) {
          out.println(Intake.run(root, directory, system, each));
        }
      }
    }
    if (wanted("replay")) {
      out.println(Replay.run(root, directory, ratings));
    }
    return 0;
  }

  private boolean wanted(String name) {
    return names.isEmpty() || names.contains(name);
  }
}
