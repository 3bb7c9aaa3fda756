package dev.attune.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The broker as a part of the system. */
final class KafkaPart implements Part {

  private final DataDirectory directory;
  private final int port;
  private volatile @Nullable EmbeddedKafka server;

  KafkaPart(DataDirectory directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  @Override
  public String name() {
    return DataDirectory.KAFKA;
  }

  @Override
  public void start() {
    EmbeddedKafka present = server;
    if (present == null) {
      server = EmbeddedKafka.start(directory.kafka(), port, directory.log(name()), List.of());
    } else {
      present.restart();
    }
  }

  @Override
  public long pid() {
    return started().pid();
  }

  @Override
  public boolean alive() {
    EmbeddedKafka present = server;
    return present != null && present.alive();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return started().onExit();
  }

  @Override
  public boolean ready() {
    return alive() && Loopback.answers(port);
  }

  @Override
  public void stop() {
    EmbeddedKafka present = server;
    if (present != null) {
      present.stop();
    }
  }

  private EmbeddedKafka started() {
    EmbeddedKafka present = server;
    if (present == null) {
      throw new IllegalStateException("not started yet");
    }
    return present;
  }
}
