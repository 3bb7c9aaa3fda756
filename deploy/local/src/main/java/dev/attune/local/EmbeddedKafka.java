package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * A single Kafka node, broker and controller at once, in a JVM of its own. It listens on loopback
 * only; what it acknowledged survives {@code kill -9} and loss of power.
 */
public final class EmbeddedKafka implements KafkaServer {

  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_STOP = Duration.ofSeconds(5);
  private static final String LOGGING =
      """
      loggers=
      logger.level=WARN
      logger.handlers=CONSOLE
      handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
      handler.CONSOLE.formatter=PATTERN
      formatter.PATTERN=org.jboss.logmanager.formatters.PatternFormatter
      formatter.PATTERN.properties=pattern
      formatter.PATTERN.pattern=%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{1.}] %s%e%n
      """;

  private final Path directory;
  private final boolean temporary;
  private final int port;
  private final Path log;
  private final List<String> jvmOptions;
  private volatile @Nullable Child child;

  private EmbeddedKafka(
      Path directory, boolean temporary, int port, Path log, List<String> jvmOptions) {
    this.directory = directory.toAbsolutePath();
    this.temporary = temporary;
    this.port = port;
    this.log = log.toAbsolutePath();
    this.jvmOptions = jvmOptions;
  }

  /** Starts on a free port in a directory that {@link #close} removes. */
  public static EmbeddedKafka start() {
    Path directory = TemporaryDirectory.create("attune-kafka");
    return started(
        new EmbeddedKafka(
            directory, true, Loopback.freePort(), directory.resolve("kafka.log"), List.of()));
  }

  /** Starts in a directory that is kept, where it finds what it held before. */
  public static EmbeddedKafka start(Path directory, int port) {
    return start(directory, port, directory.resolve("kafka.log"), List.of());
  }

  static EmbeddedKafka start(Path directory, int port, Path log, List<String> jvmOptions) {
    return started(new EmbeddedKafka(directory, false, port, log, jvmOptions));
  }

  /** One that {@link #restart} starts and {@link #stop} ends, even while it is still starting. */
  static EmbeddedKafka notStarted(Path directory, int port, Path log) {
    return new EmbeddedKafka(directory, false, port, log, List.of());
  }

  private static EmbeddedKafka started(EmbeddedKafka kafka) {
    kafka.restart();
    return kafka;
  }

  @Override
  public String bootstrapServers() {
    return Loopback.HOST + ":" + port;
  }

  /** The id of the broker's process. */
  public long pid() {
    return running().pid();
  }

  /** Whether the broker's process lives. */
  public boolean alive() {
    Child present = child;
    return present != null && present.alive();
  }

  CompletableFuture<?> onExit() {
    return running().onExit();
  }

  /** Ends the broker in order; {@link #restart} finds everything as it was. */
  public void stop() {
    Child present = child;
    if (present != null) {
      present.stop(TO_STOP);
    }
  }

  /** Ends the broker as a crash does. */
  public void kill() {
    running().kill();
  }

  /** Starts a broker that was stopped or killed, on the same port with the same data. */
  public void restart() {
    stop();
    Child launched = launch();
    child = launched;
    awaitReady(launched);
  }

  @Override
  public void close() {
    if (temporary) {
      kill();
      TemporaryDirectory.remove(directory);
    } else {
      stop();
    }
  }

  private Child launch() {
    try {
      Path data = Files.createDirectories(directory.resolve("data"));
      Path settings = directory.resolve("server.properties");
      try (Writer writer = Files.newBufferedWriter(settings)) {
        BrokerSettings.singleNode(data, port, Loopback.freePort()).store(writer, null);
      }
      Path logging =
          Files.writeString(directory.resolve("logging.properties"), LOGGING).toAbsolutePath();
      Path arguments = directory.resolve("java.args");
      var command =
          new JavaCommand()
              .options("-Xmx192m", "-Xss512k", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC")
              .options("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")
              .options("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
              .options("-Dlogging.configuration=" + logging.toUri())
              .options(jvmOptions.toArray(String[]::new))
              .classPath(ClassPath.ofTheBroker())
              .mainClass(Broker.class.getName())
              .arguments(settings.toString(), data.toString(), Uuid.randomUuid().toString());
      return Child.start(command.through(arguments), Map.of(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Child running() {
    Child present = child;
    if (present == null) {
      throw new IllegalStateException("not started yet");
    }
    return present;
  }

  private void awaitReady(Child launched) {
    try {
      Waiting.until("Kafka listens", TO_START, () -> answersOrDied(launched));
      Topics.create(bootstrapServers());
    } catch (RuntimeException e) {
      launched.stop(TO_STOP);
      throw e;
    }
  }

  private boolean answersOrDied(Child launched) {
    if (!launched.alive()) {
      throw new IllegalStateException("Kafka ended while starting, see " + log);
    }
    return Loopback.answers(port);
  }
}
