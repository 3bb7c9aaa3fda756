package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL 17 of this user alone. It listens on loopback only and asks for passwords; what it
 * committed survives {@code kill -9} and loss of power.
 */
public final class EmbeddedPostgres implements PostgresServer {

  /** Below the directory: the roles' passwords, for its owner alone. */
  static final String PASSWORDS = "passwords.properties";

  private static final Duration TO_RECOVER = Duration.ofSeconds(30);
  private static final int SHUTDOWN_SECONDS = 8;
  private static final String SETTINGS =
      """
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      max_connections = 60
      shared_buffers = 48MB
      max_wal_size = 256MB
      jit = off
      log_min_messages = warning
      log_checkpoints = off
      log_min_error_statement = panic
      log_error_verbosity = terse
      """;

  private final Path directory;
  private final boolean temporary;
  private final int port;
  private final Path log;
  private final OrdinaryUser user;
  private final Path programs;
  private final Logins logins;
  private volatile Postmaster postmaster;

  private EmbeddedPostgres(Path directory, boolean temporary, int port, Path log) {
    this.directory = directory.toAbsolutePath();
    this.temporary = temporary;
    this.port = port;
    this.log = log.toAbsolutePath();
    this.user = OrdinaryUser.present();
    this.programs = PostgresBinaries.unpackedBelow(user.cache()).resolve("bin");
    try {
      Files.createDirectories(this.directory);
      Files.createDirectories(this.log.getParent());
      this.logins = Logins.keptIn(this.directory.resolve(PASSWORDS));
      if (!Files.exists(data().resolve("PG_VERSION"))) {
        initialise();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.postmaster = launch();
    Database.prepare(host(), port, logins);
  }

  /** Starts on a free port in a directory that {@link #close} removes. */
  public static EmbeddedPostgres start() {
    Path directory = TemporaryDirectory.create("attune-postgres");
    return new EmbeddedPostgres(
        directory, true, Loopback.freePort(), directory.resolve("postgres.log"));
  }

  /** Starts in a directory that is kept, where it finds what it held before. */
  public static EmbeddedPostgres start(Path directory, int port) {
    return start(directory, port, directory.resolve("postgres.log"));
  }

  static EmbeddedPostgres start(Path directory, int port, Path log) {
    return new EmbeddedPostgres(directory, false, port, log);
  }

  @Override
  public String host() {
    return Loopback.HOST;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Login owner() {
    return logins.owner();
  }

  @Override
  public Login app() {
    return logins.app();
  }

  @Override
  public Login admin() {
    return logins.admin();
  }

  /** The id of the postmaster's process. */
  public long pid() {
    return postmaster.pid();
  }

  /** Whether the postmaster lives. */
  public boolean alive() {
    return postmaster.alive();
  }

  CompletableFuture<?> onExit() {
    return postmaster.onExit();
  }

  /** Ends the server in order; {@link #restart} finds everything as it was. */
  public void stop() {
    if (postmaster.alive()) {
      control("stop", "-m", "fast", "-w", "-t", Integer.toString(SHUTDOWN_SECONDS));
    }
    if (postmaster.alive()) {
      control("stop", "-m", "immediate", "-w", "-t", "2");
    }
    postmaster.letGo();
  }

  /** Ends the server as a crash does. */
  public void kill() {
    postmaster.kill();
  }

  /** Starts a server that was stopped or killed, on the same port with the same data. */
  public void restart() {
    stop();
    postmaster = launch();
  }

  @Override
  public void close() {
    stop();
    if (temporary) {
      TemporaryDirectory.remove(directory);
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  private void initialise() throws IOException {
    Path password = directory.resolve("password.new");
    Path unfinished = directory.resolve("data.new");
    if (Files.exists(unfinished)) {
      TemporaryDirectory.remove(unfinished);
    }
    Files.createDirectory(unfinished);
    PrivateFile.write(password, logins.admin().password() + "\n");
    user.own(directory);
    int exit =
        program("initdb")
            .and("-D", unfinished.toString(), "-U", logins.admin().user(), "-E", "UTF8")
            .and("--pwfile=" + password, "--auth=scram-sha-256", "--data-checksums")
            .and("--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
            .loggingTo(log);
    Files.delete(password);
    if (exit != 0) {
      throw new IllegalStateException("PostgreSQL could not lay out its data, see " + log);
    }
    Files.writeString(
        unfinished.resolve("postgresql.conf"),
        "include 'attune.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(unfinished, data());
  }

  private Postmaster launch() {
    try {
      Files.writeString(data().resolve("attune.conf"), SETTINGS + "port = " + port + "\n");
      user.own(data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until("PostgreSQL starts, see " + log, TO_RECOVER, this::started);
    return Postmaster.of(data());
  }

  /** Tried again where processes of a crashed server have not ended yet. */
  private boolean started() {
    Postmaster.removeStaleLock(data());
    return control("start", "-w", "-t", Long.toString(TO_RECOVER.toSeconds())) == 0;
  }

  private int control(String... arguments) {
    return program("pg_ctl").and("-D", data().toString()).and(arguments).loggingTo(log);
  }

  private Command program(String name) {
    return Command.of(user.prefix()).and(programs.resolve(name).toString());
  }
}
