package dev.attune.alert;

import dev.attune.detection.RuleSet;
import dev.attune.streams.StreamMeters;
import dev.attune.streams.StreamsOptions;
import dev.attune.streams.StreamsRun;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** Judges scores in a JVM of its own, which a test may kill. */
final class AlertProcess implements AutoCloseable {

  private static final int SESSIONS_PER_SERIES = 2000;

  private final ProcessBuilder command;

  private Process process;

  private AlertProcess(ProcessBuilder command) throws IOException {
    this.command = command;
    this.process = command.start();
  }

  static AlertProcess start(String bootstrapServers, Path stateDir) throws IOException {
    var command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED",
                AlertProcess.class.getName(),
                bootstrapServers,
                stateDir.toString())
            .redirectErrorStream(true)
            .redirectOutput(stateDir.resolve("log.txt").toFile());
    command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return new AlertProcess(command);
  }

  /** Ends it as a crash does, and starts it again. */
  void crash() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process = command.start();
  }

  /** Ends it in order. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /** Runs until the process is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    var registry = new SimpleMeterRegistry();
    var meters = new StreamMeters(registry);
    var run =
        new StreamsRun(
            AlertApplication.of(
                RuleSet.load("attune-default"), SESSIONS_PER_SERIES, meters, registry),
            options(arguments[1]),
            arguments[0],
            meters,
            InstantSource.system(),
            () -> System.exit(1));
    Runtime.getRuntime().addShutdownHook(new Thread(run::close));
    run.start();
    new CountDownLatch(1).await();
  }

  private static StreamsOptions options(String stateDir) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withConverter(Duration.class, 1, new DurationConverter())
        .withMapping(StreamsOptions.class)
        .withDefaultValue("attune.streams.state-dir", stateDir)
        .withDefaultValue("attune.streams.instance-id", "alert-0")
        .build()
        .getConfigMapping(StreamsOptions.class);
  }
}
