package dev.attune.local;

import java.util.concurrent.CompletableFuture;

/** The broker as a part of the system. */
final class KafkaPart implements Part {

  private final EmbeddedKafka server;
  private final int port;

  KafkaPart(DataDirectory directory, int port) {
    this.server = EmbeddedKafka.notStarted(directory.kafka(), port, directory.log(name()));
    this.port = port;
  }

  @Override
  public String name() {
    return DataDirectory.KAFKA;
  }

  @Override
  public void start() {
    server.restart();
  }

  @Override
  public long pid() {
    return server.pid();
  }

  @Override
  public boolean alive() {
    return server.alive();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return server.onExit();
  }

  @Override
  public boolean ready() {
    return alive() && Loopback.answers(port);
  }

  @Override
  public void stop() {
    server.stop();
  }
}
