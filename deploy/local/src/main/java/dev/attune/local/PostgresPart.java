package dev.attune.local;

import java.util.concurrent.CompletableFuture;

/** The database as a part of the system. */
final class PostgresPart implements Part {

  private final EmbeddedPostgres server;
  private final int port;

  PostgresPart(DataDirectory directory, int port) {
    this.server = EmbeddedPostgres.notStarted(directory.postgres(), port, directory.log(name()));
    this.port = port;
  }

  EmbeddedPostgres server() {
    return server;
  }

  @Override
  public String name() {
    return DataDirectory.POSTGRES;
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
