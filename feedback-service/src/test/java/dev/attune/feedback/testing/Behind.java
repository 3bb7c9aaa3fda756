package dev.attune.feedback.testing;

import dev.attune.local.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks behind the policies, as the superuser. */
public final class Behind {

  private final PostgresServer server;

  public Behind(PostgresServer server) {
    this.server = server;
  }

  /** The first column of what a query finds, as text. */
  public List<String> column(String query, String... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(String.valueOf(rows.getString(1)));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a query counts. */
  public long count(String query, String... parameters) {
    return Long.parseLong(column(query, parameters).getFirst());
  }

  /** Changes something, and tells of how many rows. */
  public int change(String statement, String... parameters) {
    try (Connection connection = connect();
        PreparedStatement change = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        change.setString(i + 1, parameters[i]);
      }
      return change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Holds on to what a statement locks, until it is closed. */
  public Connection hold(String statement) throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    try (PreparedStatement lock = connection.prepareStatement(statement)) {
      lock.execute();
    }
    return connection;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(), server.admin().user(), server.admin().password());
  }
}
