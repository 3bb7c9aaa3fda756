package dev.attune.local;

import dev.attune.local.load.CsvImport;
import dev.attune.local.load.CsvImport.Summary;
import dev.attune.local.load.RatingsClient;
import java.io.Console;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a CSV file of ratings through the public API. */
@Command(
    name = "import",
    description = {
      "Loads a CSV file of ratings through the public API; importing it again changes nothing.",
      "Where the file has no dates, session n is held n - 1 weeks after 2024-01-01T10:00Z. A column"
          + " total, where there is one, must be the sum of the answers."
    })
final class ImportCommand implements Callable<Integer> {

  private static final Duration TOKEN_VALID = Duration.ofDays(1);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE.csv", description = "With a header line, in UTF-8.")
  private Path file = Path.of("");

  @Option(names = "--instrument", required = true, paramLabel = "ID", description = "E.g. srs.")
  private String instrument = "";

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      split = ",",
      description =
          "Which column holds a field: episode, client, therapist, session, number, heldAt, ratedAt,"
              + " total, item1, item2, ... Usual names are found without.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--therapist",
      paramLabel = "ID",
      description = "Of rows that name none. Default: T-9.")
  private String therapist = Role.THERAPIST.usualSubject();

  @Option(
      names = "--population",
      paramLabel = "P",
      description = "ADULT, ADOLESCENT or CHILD. Default: ADULT.")
  private String population = "ADULT";

  @Option(names = "--tenant", paramLabel = "T", description = "The clinic. Default: northside.")
  private String tenant = Greeting.TENANT;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Of intake-service; the token is then that of ATTUNE_TOKEN, if set.")
  private @Nullable URI url;

  @Override
  public Integer call() throws Exception {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Refusal("cannot read " + file);
    }
    Path refusals = Path.of(file.getFileName() + ".refused.csv").toAbsolutePath();
    Summary summary;
    try (var client = new RatingsClient(address(), token());
        @Nullable ProgressBar bar = progressBar()) {
      summary =
          new CsvImport(client, instrument, columns, therapist, population)
              .run(file, refusals, done -> show(bar, done));
    }
    System.out.printf(
        "%d accepted, %d repeated, %d refused%n",
        summary.accepted(), summary.repeated(), summary.refused());
    if (summary.refused() > 0) {
      System.out.println("refused lines with reasons: " + refusals);
      return 1;
    }
    return 0;
  }

  private URI address() {
    URI chosen = url;
    if (chosen != null) {
      return chosen;
    }
    int offset = RunRecord.of(data.directory()).map(RunRecord::offset).orElse(0);
    return URI.create(new Ports(offset).address(Service.INTAKE));
  }

  private String token() {
    String given = System.getenv("ATTUNE_TOKEN");
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    return SigningKey.of(data.directory()).integrationToken(tenant, Instant.now(), TOKEN_VALID);
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where there is no terminal
  private @Nullable ProgressBar progressBar() throws Exception {
    Console terminal = System.console();
    return terminal != null && terminal.isTerminal()
        ? new ProgressBarBuilder()
            .setTaskName("import")
            .setInitialMax(Files.size(file))
            .setUnit(" KB", 1024)
            .build()
        : null;
  }

  private static void show(@Nullable ProgressBar bar, long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }
}
