package dev.attune.benchmarks.detection;

import dev.attune.contracts.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./attune bench detection}: the detector on series with known truth. Exits with 1 where a
 * demand does not hold.
 */
@Command(
    name = "detection",
    mixinStandardHelpOptions = true,
    description = "Measures the detector on simulated series with known truth.")
public final class DetectionBench implements Callable<Integer> {

  private static final int LEAST_CLIENTS = 100;

  @Option(
      names = "--seed",
      description = "Seed of the simulated clients; always honoured. Default ${DEFAULT-VALUE}.")
  private long seed = 20260101;

  @Option(
      names = "--clients",
      description =
          "Clients in each population, 100 or more; the demands are made for the default,"
              + " ${DEFAULT-VALUE}.")
  private int clients = 20_000;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  // Replaced by the command line before call().
  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * What is printed as JSON.
   *
   * @param holds whether all demands hold
   */
  record Board(long seed, int clients, boolean holds, List<Measure> measures) {}

  @Override
  public Integer call() throws Exception {
    if (clients < LEAST_CLIENTS) {
      throw new ParameterException(
          spec.commandLine(), "--clients: " + LEAST_CLIENTS + " or more, was " + clients);
    }
    List<Measure> measures = Scoreboard.of(seed, clients);
    var board = new Board(seed, clients, measures.stream().allMatch(Measure::holds), measures);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(board)
            : text(board));
    return board.holds() ? 0 : 1;
  }

  private static String text(Board board) {
    String lines =
        board.measures().stream().map(DetectionBench::text).collect(Collectors.joining());
    return "Seed %d, %,d clients in each population; shipped rules and norms, fitted to nothing here%n%n%s%s"
        .formatted(
            board.seed(),
            board.clients(),
            lines,
            board.holds() ? "All demands hold." : "NOT all demands hold.");
  }

  private static String text(Measure measure) {
    String verdict = measure.demand().isEmpty() ? "" : measure.holds() ? "   holds" : "   MISSED";
    return line(measure.id(), measure.about())
        + line("  measured", text(measure.measured()) + verdict)
        + line("  demand", measure.demand())
        + line("  naive", text(measure.naive()))
        + line("  reference", measure.reference())
        + line("  limit", measure.limit())
        + System.lineSeparator();
  }

  private static String line(String name, String text) {
    return text.isEmpty() ? "" : "%-12s %s%n".formatted(name, text);
  }

  private static String text(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .map(figure -> figure.getKey() + " " + text(figure.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(double figure) {
    String format =
        figure == Math.rint(figure) || figure >= 1000 ? "%,.0f" : figure < 1 ? "%.3f" : "%.2f";
    return String.format(Locale.ROOT, format, figure);
  }
}
