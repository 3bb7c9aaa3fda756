package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL 17 of this user alone. It listens on loopback only and asks for passwords; what it
 * committed survives {@code kill -9} and loss of power.
 */
public final class EmbeddedPostgres implements PostgresServer {

  /** Below the directory: the roles' passwords, for its owner alone. */
  static final String PASSWORDS = "passwords.properties";

  private static final String DATA = "data";

  private static final Duration TO_RECOVER = Duration.ofMinutes(2);
  private static final int START_SECONDS = 30;
  private static final int STOP_SECONDS = 2;
  private static final int CRASH_SECONDS = 1;
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
  private volatile @Nullable Postmaster postmaster;
  private volatile boolean stopping;

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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts on a free port in a directory that {@link #close} removes. */
  public static EmbeddedPostgres start() {
    Path directory = TemporaryDirectory.create("attune-postgres");
    return started(
        new EmbeddedPostgres(
            directory, true, Loopback.freePort(), directory.resolve("postgres.log")));
  }

  /** Starts in a directory that is kept, where it finds what it held before. */
  public static EmbeddedPostgres start(Path directory, int port) {
    return started(notStarted(directory, port, directory.resolve("postgres.log")));
  }

  /** One that {@link #restart} starts and {@link #stop} ends, even while it is still starting. */
  static EmbeddedPostgres notStarted(Path directory, int port, Path log) {
    return new EmbeddedPostgres(directory, false, port, log);
  }

  /** Ends a server that a launcher left behind in this directory; false where there is none. */
  static boolean endLeftBehind(Path directory) {
    return Postmaster.endLeftBehind(directory.resolve(DATA));
  }

  private static EmbeddedPostgres started(EmbeddedPostgres postgres) {
    postgres.restart();
    return postgres;
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
    return running().pid();
  }

  /** Whether the postmaster lives. */
  public boolean alive() {
    Postmaster present = postmaster;
    return present != null && present.alive();
  }

  CompletableFuture<?> onExit() {
    return running().onExit();
  }

  /** Ends the server in order; {@link #restart} finds everything as it was. */
  public void stop() {
    stopping = true;
    if (Postmaster.lives(data())) {
      control("stop", "-m", "fast", "-w", "-t", Integer.toString(STOP_SECONDS));
    }
    if (Postmaster.lives(data())) {
      control("stop", "-m", "immediate", "-w", "-t", Integer.toString(CRASH_SECONDS));
    }
    Postmaster present = postmaster;
    if (present != null) {
      present.letGo();
    }
  }

  /** Ends the server as a crash does. */
  public void kill() {
    running().kill();
  }

  /** Starts a server that was stopped or killed, on the same port with the same data. */
  public void restart() {
    stop();
    stopping = false;
    postmaster = launch();
    Database.prepare(host(), port, logins);
  }

  @Override
  public void close() {
    stop();
    if (temporary) {
      TemporaryDirectory.remove(directory);
    }
  }

  private Path data() {
    return directory.resolve(DATA);
  }

  private Postmaster running() {
    Postmaster present = postmaster;
    if (present == null) {
      throw new IllegalStateException("not started yet");
    }
    return present;
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
      if (!Files.exists(data().resolve("PG_VERSION"))) {
        initialise();
      }
      Files.writeString(data().resolve("attune.conf"), SETTINGS + "port = " + port + "\n");
      user.own(data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until("PostgreSQL starts, see " + log, TO_RECOVER, this::started);
    return Postmaster.of(data());
  }

  /** Tried again where a crashed server has not ended yet, or the new one is still recovering. */
  private boolean started() {
    if (stopping) {
      throw new IllegalStateException("stopped while starting");
    }
    if (Postmaster.lives(data())) {
      return Postmaster.isReady(data());
    }
    Postmaster.removeLock(data());
    return control("start", "-w", "-t", Integer.toString(START_SECONDS)) == 0;
  }

  private int control(String... arguments) {
    return program("pg_ctl").and("-D", data().toString()).and(arguments).loggingTo(log);
  }

  private Command program(String name) {
    return Command.of(user.prefix()).and(programs.resolve(name).toString());
  }
}
