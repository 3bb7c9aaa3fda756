package dev.attune.local;

import dev.attune.local.PostgresServer.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database {@code attune} and its roles; preparing it again changes nothing. */
final class Database {

  static final String NAME = "attune";
  static final String ADMIN_DATABASE = "postgres";

  private Database() {}

  static void prepare(String host, int port, Logins logins) {
    String url = "jdbc:postgresql://" + host + ":" + port + "/" + ADMIN_DATABASE;
    Login admin = logins.admin();
    try (Connection connection = DriverManager.getConnection(url, admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      role(statement, logins.owner());
      role(statement, logins.app());
      if (!has(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + logins.owner().user());
      }
      statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + NAME + " TO " + logins.app().user());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot prepare the database: " + e.getMessage(), e);
    }
  }

  private static void role(Statement statement, Login login) throws SQLException {
    if (!has(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + login.user() + "'")) {
      statement.execute("CREATE ROLE " + login.user());
    }
    statement.execute(
        "ALTER ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '%s'"
            .formatted(login.user(), login.password()));
  }

  private static boolean has(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
