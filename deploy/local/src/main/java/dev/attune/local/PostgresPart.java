package dev.attune.local;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The database as a part of the system. */
final class PostgresPart implements Part {

  private final DataDirectory directory;
  private final int port;
  private volatile @Nullable EmbeddedPostgres server;

  PostgresPart(DataDirectory directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** The server, once it has been started. */
  EmbeddedPostgres server() {
    EmbeddedPostgres present = server;
    if (present == null) {
      throw new IllegalStateException("not started yet");
    }
    return present;
  }

  @Override
  public String name() {
    return DataDirectory.POSTGRES;
  }

  @Override
  public void start() {
    EmbeddedPostgres present = server;
    if (present == null) {
      server = EmbeddedPostgres.start(directory.postgres(), port, directory.log(name()));
    } else {
      present.restart();
    }
  }

  @Override
  public long pid() {
    return server().pid();
  }

  @Override
  public boolean alive() {
    EmbeddedPostgres present = server;
    return present != null && present.alive();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return server().onExit();
  }

  @Override
  public boolean ready() {
    return alive() && Loopback.answers(port);
  }

  @Override
  public void stop() {
    EmbeddedPostgres present = server;
    if (present != null) {
      present.stop();
    }
  }
}
