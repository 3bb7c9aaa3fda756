package dev.attune.local;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL in a container, with the same database and roles as the embedded one. */
final class ContainerPostgres implements PostgresServer {

  private static final String IMAGE = "postgres:17.6";

  private final PostgreSQLContainer container;
  private final Logins logins;

  private ContainerPostgres(PostgreSQLContainer container, Logins logins) {
    this.container = container;
    this.logins = logins;
  }

  static ContainerPostgres start() {
    var logins = Logins.random();
    var container =
        new PostgreSQLContainer(IMAGE)
            .withDatabaseName(Database.ADMIN_DATABASE)
            .withUsername(logins.admin().user())
            .withPassword(logins.admin().password());
    container.start();
    Database.prepare(container.getHost(), container.getMappedPort(5432), logins);
    return new ContainerPostgres(container, logins);
  }

  @Override
  public String host() {
    return container.getHost();
  }

  @Override
  public int port() {
    return container.getMappedPort(5432);
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

  @Override
  public void close() {
    container.stop();
  }
}
