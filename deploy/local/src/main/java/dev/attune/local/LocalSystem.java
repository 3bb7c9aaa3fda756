package dev.attune.local;

import dev.attune.local.RunRecord.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Kafka, PostgreSQL and the four services in one data directory. */
final class LocalSystem {

  private static final Duration TO_BE_READY = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOG_CHECKS = Duration.ofSeconds(5);
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  private final DataDirectory directory;
  private final Ports ports;
  private final Console console;
  private final KafkaPart kafka;
  private final PostgresPart postgres;
  private final List<Part> services = new ArrayList<>();
  private final List<Supervisor> overServices = new ArrayList<>();
  private final List<Supervisor> overServers = new ArrayList<>();
  private volatile boolean ready;
  private volatile boolean stopping;

  LocalSystem(
      DataDirectory directory, Path root, Ports ports, Console console, InstantSource clock) {
    this.directory = directory;
    this.ports = ports;
    this.console = console;
    this.kafka = new KafkaPart(directory, ports.kafka());
    this.postgres = new PostgresPart(directory, ports.postgres());
    for (Service service : Service.values()) {
      var part =
          new ServicePart(
              service,
              root,
              ports.of(service),
              () -> environment(service),
              directory.log(service.partName()));
      services.add(part);
      overServices.add(new Supervisor(part, console, clock, this::record));
    }
    overServers.add(new Supervisor(kafka, console, clock, this::record));
    overServers.add(new Supervisor(postgres, console, clock, this::record));
  }

  /** Starts everything and returns when all is ready; afterwards what crashes is started again. */
  void start() {
    record();
    var power = new PowerLoss(directory);
    boolean lost = power.look(MachineRun.id());
    var broker = CompletableFuture.runAsync(() -> begin(kafka), THREADS);
    var database = CompletableFuture.runAsync(() -> begin(postgres), THREADS);
    join(CompletableFuture.allOf(broker, database));
    if (lost) {
      console.say(
          "The machine went down while a system ran here: scores, alerts and pages are made again"
              + " from the ratings");
      new DerivedData(directory, bootstrapServers(), postgres).remove();
      power.overcome();
    }
    services.forEach(this::begin);
    join(
        CompletableFuture.allOf(
            services.stream()
                .map(part -> CompletableFuture.runAsync(() -> awaitReady(part), THREADS))
                .toArray(CompletableFuture[]::new)));
    ready = true;
    record();
    overServers.forEach(Supervisor::watch);
    overServices.forEach(Supervisor::watch);
    Thread.ofPlatform().daemon().name("logs").start(this::keepLogsSmall);
  }

  /** Ends the services, then Kafka, then PostgreSQL. */
  void stop() {
    stopping = true;
    join(
        CompletableFuture.allOf(
            overServices.stream()
                .map(over -> CompletableFuture.runAsync(over::stop, THREADS))
                .toArray(CompletableFuture[]::new)));
    overServers.forEach(Supervisor::stop);
    record();
  }

  private void begin(Part part) {
    refuseIfStopping();
    part.start();
    record();
    console.say("  %-17s started, pid %d".formatted(part.name(), part.pid()));
  }

  private void awaitReady(Part part) {
    boolean became =
        Waiting.holds(
            TO_BE_READY,
            () -> {
              refuseIfStopping();
              if (!part.alive()) {
                throw new Refusal(
                    part.name() + " ended while starting, see " + directory.log(part.name()));
              }
              return part.ready();
            });
    if (!became) {
      throw new Refusal(
          "%s was not ready after %d s, see %s"
              .formatted(part.name(), TO_BE_READY.toSeconds(), directory.log(part.name())));
    }
    console.say("  %-17s ready".formatted(part.name()));
  }

  private void refuseIfStopping() {
    if (stopping) {
      throw new Refusal("stopped while starting");
    }
  }

  private synchronized void record() {
    var running = new ArrayList<Running>();
    for (Part part : parts()) {
      if (part.alive()) {
        running.add(Running.of(part.name(), part.pid()));
      }
    }
    var launcher = Running.of("launcher", ProcessHandle.current().pid());
    new RunRecord(launcher, ports.offset(), ready && !stopping, running).writeTo(directory);
  }

  private List<Part> parts() {
    var parts = new ArrayList<Part>(List.of(kafka, postgres));
    parts.addAll(services);
    return parts;
  }

  private void keepLogsSmall() {
    var limit = new LogLimit(directory.logs(), LogLimit.BYTES);
    while (!stopping) {
      limit.enforce();
      Waiting.pause(BETWEEN_LOG_CHECKS.toMillis());
    }
  }

  private Map<String, String> environment(Service service) {
    var environment = new HashMap<String, String>();
    environment.put("QUARKUS_HTTP_HOST", Loopback.HOST);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    environment.put(
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
        // Not as a URI: its reader does not decode a space.
        "file:" + SigningKey.publicKeys(directory));
    environment.put("MP_JWT_VERIFY_ISSUER", SigningKey.ISSUER);
    environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "ERROR");
    environment.put("ATTUNE_INSTANCE", service.partName());
    environment.put("ATTUNE_STREAMS_STATE_DIR", directory.state(service).toString());
    environment.put("ATTUNE_STREAMS_INSTANCE_ID", service.partName());
    if (service == Service.INTAKE) {
      environment.put("ATTUNE_FORMS_KEYS", FormKey.file(directory).toString());
      environment.put("ATTUNE_FORMS_ADDRESS", ports.address(service));
    }
    if (service == Service.FEEDBACK) {
      environment.put("ATTUNE_LOCAL_SIGN_IN_KEY", SigningKey.privateKey(directory).toString());
      postgres
          .server()
          .quarkusConfiguration()
          .forEach((key, value) -> environment.put(environmentName(key), value));
    }
    return environment;
  }

  private String bootstrapServers() {
    return Loopback.HOST + ":" + ports.kafka();
  }

  private static String environmentName(String property) {
    return property.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  private static void join(CompletableFuture<?> all) {
    try {
      all.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
