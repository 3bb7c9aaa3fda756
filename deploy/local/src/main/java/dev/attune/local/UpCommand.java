package dev.attune.local;

import dev.attune.local.load.Demo;
import dev.attune.local.load.RatingsClient;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the whole system and stays in the foreground until it is told to stop. */
@Command(
    name = "up",
    description = {
      "Starts Kafka, PostgreSQL and the four services, prints addresses and a curl line that works"
          + " when pasted, and stays in the foreground.",
      "Ctrl-C stops everything in order; the next up finds everything as it was."
    })
final class UpCommand implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--offset",
      paramLabel = "N",
      description = "Adds N to every port, so that two systems can run side by side.")
  private int offset;

  @Option(names = "--demo", description = "Fills a small invented clinic; again changes nothing.")
  private boolean demo;

  private final Console console = new Console(System.out);
  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    DataDirectory directory = data.directory();
    var ports = new Ports(offset);
    directory.requireUsable();
    FileLock lock = directory.lock();
    if (lock == null) {
      throw new Refusal("a system already runs in " + directory.path() + ": ./attune down ends it");
    }
    endLeftovers(directory);
    ports.requireFree();
    Path root = Repository.root();
    Repository.requireBuilt(root);
    SigningKey key = SigningKey.createdIn(directory);
    FormKey.createIn(directory);
    console.say("Attune starts in " + directory.path());
    var system = new LocalSystem(directory, root, ports, console, clock);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
    system.start();
    if (demo) {
      fill(directory, ports, key);
    }
    console.say("");
    Greeting.lines(ports, key, clock.instant()).forEach(console::say);
    console.say(
        "Ready after %.1f s. Ctrl-C stops everything."
            .formatted((System.nanoTime() - began) / 1e9));
    new CountDownLatch(1).await();
    return lock.isValid() ? 0 : 1;
  }

  private void endLeftovers(DataDirectory directory) {
    int ended = Orphans.end(directory);
    if (ended > 0) {
      console.say("ended %d processes that an earlier launcher left behind".formatted(ended));
    }
  }

  private void stop(LocalSystem system) {
    long began = System.nanoTime();
    console.say("Stopping the services, then Kafka, then PostgreSQL");
    system.stop();
    console.say("Stopped after %.1f s".formatted((System.nanoTime() - began) / 1e9));
  }

  private void fill(DataDirectory directory, Ports ports, SigningKey key) {
    List<String> ratings = Demo.ratings(DemoBeginning.of(directory, clock.instant()));
    String token = key.integrationToken(Greeting.TENANT, clock.instant(), Duration.ofMinutes(10));
    try (var client = new RatingsClient(URI.create(ports.address(Service.INTAKE)), token)) {
      client.send(ratings);
    }
    console.say("  sent %d ratings of an invented clinic".formatted(ratings.size()));
  }
}
