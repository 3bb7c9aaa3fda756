package dev.attune.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service as a part of the system: its packaged application in a JVM of its own. */
final class ServicePart implements Part {

  private static final Duration TO_STOP = Duration.ofSeconds(6);

  private final Service service;
  private final List<String> command;
  private final Supplier<Map<String, String>> environment;
  private final Path log;
  private final Readiness readiness;
  private volatile @Nullable Child child;

  /**
   * A service that is not started yet.
   *
   * @param environment what it is told, asked at each start
   */
  ServicePart(
      Service service, Path root, int port, Supplier<Map<String, String>> environment, Path log) {
    this.service = service;
    this.environment = environment;
    this.log = log;
    this.readiness = new Readiness(port);
    this.command =
        new JavaCommand()
            .options(service.jvmOptions().toArray(String[]::new))
            .jar(service.jar(root))
            .words();
  }

  @Override
  public String name() {
    return service.partName();
  }

  @Override
  public void start() {
    child = Child.start(command, environment.get(), log);
  }

  @Override
  public long pid() {
    return started().pid();
  }

  @Override
  public boolean alive() {
    Child present = child;
    return present != null && present.alive();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return started().onExit();
  }

  @Override
  public boolean ready() {
    return alive() && readiness.holds();
  }

  @Override
  public void stop() {
    Child present = child;
    if (present != null) {
      present.stop(TO_STOP);
    }
  }

  private Child started() {
    Child present = child;
    if (present == null) {
      throw new IllegalStateException("not started yet");
    }
    return present;
  }
}
