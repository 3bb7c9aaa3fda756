package dev.attune.local;

import java.util.Map;

/**
 * A running PostgreSQL 17 with the database {@code attune}, which {@code attune_owner} owns and
 * {@code attune_app} may use; neither is a superuser or passes by row-level security.
 */
public interface PostgresServer extends AutoCloseable {

  /** Starts a server for a test: in a container where Docker answers, else embedded. */
  static PostgresServer start() {
    return Servers.postgres();
  }

  /** The host it listens on. */
  String host();

  /** The port it listens on. */
  int port();

  /** Who runs migrations. */
  Login owner();

  /** Who the application is. */
  Login app();

  /** The superuser, for tests that look behind the policies. */
  Login admin();

  /** The database's address for JDBC. */
  default String jdbcUrl() {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + Database.NAME;
  }

  /** The database's address for the reactive client. */
  default String reactiveUrl() {
    return "postgresql://" + host() + ":" + port() + "/" + Database.NAME;
  }

  /** What a Quarkus application needs to use it: migrations as owner, all else as application. */
  default Map<String, String> quarkusConfiguration() {
    return Map.of(
        "quarkus.datasource.reactive.url", reactiveUrl(),
        "quarkus.datasource.jdbc.url", jdbcUrl(),
        "quarkus.datasource.username", app().user(),
        "quarkus.datasource.password", app().password(),
        "quarkus.flyway.username", owner().user(),
        "quarkus.flyway.password", owner().password());
  }

  @Override
  void close();

  /** A name and password; its text form hides the password. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }
}
