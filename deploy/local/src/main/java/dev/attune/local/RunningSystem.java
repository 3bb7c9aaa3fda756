package dev.attune.local;

import dev.attune.local.RunRecord.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The whole system as {@code ./attune up} runs it, in a process of its own, for tests and
 * benchmarks that look at it from outside.
 */
public final class RunningSystem implements AutoCloseable {

  /** The name of the broker as a part. */
  public static final String KAFKA = DataDirectory.KAFKA;

  /** The name of the database as a part. */
  public static final String POSTGRES = DataDirectory.POSTGRES;

  private static final Duration TO_BE_READY = Duration.ofMinutes(3);
  private static final Duration TO_STOP = Duration.ofSeconds(40);
  private static final int LOWEST_OFFSET = 11_000;
  private static final int HIGHEST_OFFSET = 22_000;
  private static final int TRIES = 50;

  private final DataDirectory directory;
  private final boolean temporary;
  private final Ports ports;
  private final Path console;
  private Child launcher;

  private RunningSystem(
      DataDirectory directory, boolean temporary, Ports ports, List<String> arguments) {
    this.directory = directory;
    this.temporary = temporary;
    this.ports = ports;
    this.console = directory.path().resolve("console.log");
    this.launcher = launch(arguments);
    try {
      awaitReady(TO_BE_READY);
    } catch (RuntimeException e) {
      launcher.stop(TO_STOP);
      throw e;
    }
  }

  /** Starts on free ports in a directory that {@link #close} removes, and waits until ready. */
  public static RunningSystem start(String... arguments) {
    Path directory = TemporaryDirectory.create("attune-system");
    return new RunningSystem(new DataDirectory(directory), true, freePorts(), List.of(arguments));
  }

  /** Starts in a directory that is kept, and waits until ready. */
  public static RunningSystem start(Path directory, int offset, String... arguments) {
    return new RunningSystem(
        new DataDirectory(directory), false, new Ports(offset), List.of(arguments));
  }

  /** The base address of intake-service. */
  public URI intake() {
    return URI.create(ports.address(Service.INTAKE));
  }

  /** The base address of scoring-service. */
  public URI scoring() {
    return URI.create(ports.address(Service.SCORING));
  }

  /** The base address of alert-service. */
  public URI alert() {
    return URI.create(ports.address(Service.ALERT));
  }

  /** The base address of feedback-service. */
  public URI feedback() {
    return URI.create(ports.address(Service.FEEDBACK));
  }

  /** Where Kafka's clients find the broker. */
  public String bootstrapServers() {
    return Loopback.HOST + ":" + ports.kafka();
  }

  /** The database's address for JDBC. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(Loopback.HOST, ports.postgres(), Database.NAME);
  }

  /** The database's superuser, who sees what every tenant has. */
  public PostgresServer.Login databaseAdmin() {
    return Logins.keptIn(directory.postgres().resolve(EmbeddedPostgres.PASSWORDS)).admin();
  }

  /** The directory with everything in it. */
  public Path directory() {
    return directory.path();
  }

  /** What was added to every usual port. */
  public int offset() {
    return ports.offset();
  }

  /** A token of the local issuer, valid for an hour. */
  public String token(String role, String tenant, String subject) {
    return token(role, tenant, subject, Duration.ofHours(1));
  }

  /** A token of the local issuer that expires {@code validity} from now, or has expired. */
  public String token(String role, String tenant, String subject, Duration validity) {
    return SigningKey.of(directory).token(role, tenant, subject, Instant.now(), validity);
  }

  /** The parts of the system by name: kafka, postgres, and the four services. */
  public List<String> parts() {
    return List.copyOf(ports.byPart().keySet());
  }

  /** The present process of a part. */
  public long pid(String part) {
    return process(part).pid();
  }

  /** The process of the launcher itself. */
  public long launcherPid() {
    return launcher.pid();
  }

  /** Kills a part as {@code kill -9} does and waits until that process is gone. */
  public void kill(String part) {
    ProcessHandle process = process(part);
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Lets a part stand still, as a machine does that hangs, until {@link #resume}. */
  public void pause(String part) {
    signal("STOP", part);
  }

  /** Lets a part go on that was paused. */
  public void resume(String part) {
    signal("CONT", part);
  }

  /** Whether every part lives and does its work at this moment. */
  public boolean ready() {
    return RunRecord.of(directory).filter(RunRecord::ready).isPresent()
        && SystemStatus.of(directory).allUp();
  }

  /** Waits until every part lives and does its work. */
  public void awaitReady(Duration patience) {
    Waiting.until("the system is ready", patience, () -> readyOrEnded());
  }

  /** What the launcher has printed so far. */
  public String console() {
    try {
      return Files.exists(console) ? Files.readString(console) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the system as Ctrl-C does; what it keeps stays. */
  public void stop() {
    launcher.stop(TO_STOP);
  }

  /** Starts the system again after {@link #stop} or a crash of the launcher. */
  public void restart(String... arguments) {
    stop();
    launcher = launch(List.of(arguments));
    awaitReady(TO_BE_READY);
  }

  /** Kills the launcher alone, as a crash of it does. */
  public void killLauncher() {
    launcher.kill();
  }

  @Override
  public void close() {
    stop();
    if (temporary) {
      Orphans.end(directory);
      TemporaryDirectory.remove(directory.path());
    }
  }

  private Child launch(List<String> arguments) {
    try {
      Files.createDirectories(directory.path());
      Files.deleteIfExists(console);
      var words = new ArrayList<>(List.of("up", "--data", directory.path().toString()));
      words.addAll(List.of("--offset", Integer.toString(ports.offset())));
      words.addAll(arguments);
      var command =
          new JavaCommand()
              .options("-Xmx64m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
              .options("-Dattune.root=" + Repository.root())
              .classPath(ClassPath.whole())
              .mainClass(Attune.class.getName())
              .arguments(words.toArray(String[]::new));
      return Child.start(
          command.through(directory.path().resolve("launcher.args")), Map.of(), console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean readyOrEnded() {
    if (!launcher.alive()) {
      throw new IllegalStateException("the launcher ended: " + console().strip());
    }
    return ready();
  }

  private ProcessHandle process(String part) {
    return RunRecord.of(directory)
        .flatMap(record -> record.part(part))
        .flatMap(Running::alive)
        .orElseThrow(() -> new IllegalStateException(part + " has no process"));
  }

  /** To all processes of a part: PostgreSQL has one for each connection. */
  private void signal(String name, String part) {
    var command = Command.of(List.of("/bin/kill")).and("-" + name, Long.toString(pid(part)));
    for (ProcessHandle child : process(part).descendants().toList()) {
      command = command.and(Long.toString(child.pid()));
    }
    if (command.quietly() != 0) {
      throw new IllegalStateException("cannot send SIG" + name + " to " + part);
    }
  }

  private static Ports freePorts() {
    for (int i = 0; i < TRIES; i++) {
      var ports = new Ports(ThreadLocalRandom.current().nextInt(LOWEST_OFFSET, HIGHEST_OFFSET));
      if (ports.byPart().values().stream().allMatch(Loopback::isFree)) {
        return ports;
      }
    }
    throw new IllegalStateException("found no free ports");
  }
}
