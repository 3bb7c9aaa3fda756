package dev.attune.local.verify;

import dev.attune.contracts.Alert;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Score;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the rows of the episodes of one partition, all as they were at one moment. */
final class ReadModelReader {

  private static final int ROWS_AT_ONCE = 1_000;

  private static final List<String> SESSION =
      List.of("number", "status", "held_at", "setting", "delivery", "client", "therapist");
  private static final List<String> SCORE =
      List.of(
          "number",
          "held_at",
          "setting",
          "delivery",
          "client",
          "therapist",
          "population",
          "state",
          "total",
          "pomp",
          "rated_at",
          "body");
  private static final List<String> ALERT =
      List.of("revision", "severity", "status", "opened_at", "body");

  private final Connection connection;
  private final Predicate<String> ofInterest;

  ReadModelReader(Connection connection, Predicate<String> ofInterest) {
    this.connection = connection;
    this.ofInterest = ofInterest;
  }

  /**
   * Reads.
   *
   * @param tenants whose rows row-level security is to show; a role that it does not bind sees all
   */
  ReadModel read(int partition, int partitions, Set<String> tenants) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    try {
      see(tenants);
      Predicate<String> here =
          key ->
              EpisodePartition.of(key, partitions) == partition
                  && ofInterest.test(key.split("/", 2)[0]);
      return new ReadModel(
          rows("session_record", "tenant || '/' || episode || '/' || session", SESSION, here),
          rows(
              "score",
              "concat_ws('/', tenant, episode, session, instrument, perspective, rater)",
              SCORE,
              here),
          rows("alert", "tenant || '/' || episode || '/' || alert", ALERT, here),
          keys("session", "tenant || '/' || episode || '/' || session", here),
          // One part more, so that the partition is found by tenant and episode.
          keys("episode", "tenant || '/' || episode", key -> here.test(key + "/")));
    } finally {
      connection.rollback();
    }
  }

  private void see(Set<String> tenants) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
      statement.setString(1, String.join(" ", tenants));
      statement.execute();
    }
  }

  private Map<String, Map<String, String>> rows(
      String table, String key, List<String> columns, Predicate<String> here) throws SQLException {
    var rows = new HashMap<String, Map<String, String>>();
    String query = "select " + key + ", " + String.join(", ", columns) + " from " + table;
    try (Statement statement = statement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        String text = found.getString(1);
        if (here.test(text)) {
          rows.put(text, row(table, columns, found));
        }
      }
    }
    return rows;
  }

  private Set<String> keys(String table, String key, Predicate<String> here) throws SQLException {
    var keys = new HashSet<String>();
    try (Statement statement = statement();
        ResultSet found = statement.executeQuery("select " + key + " from " + table)) {
      while (found.next()) {
        String text = found.getString(1);
        if (here.test(text)) {
          keys.add(text);
        }
      }
    }
    return keys;
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setFetchSize(ROWS_AT_ONCE);
    return statement;
  }

  private static Map<String, String> row(String table, List<String> columns, ResultSet found)
      throws SQLException {
    var row = new HashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), text(table, columns.get(i), found, i + 2));
    }
    return Map.copyOf(row);
  }

  private static String text(String table, String column, ResultSet found, int at)
      throws SQLException {
    return switch (column) {
      case "body" ->
          Columns.body(found.getString(at), table.equals("score") ? Score.class : Alert.class);
      case "held_at", "rated_at", "opened_at" ->
          Columns.text(found.getObject(at, OffsetDateTime.class).toInstant());
      case "total", "pomp" -> Columns.text(found.getBigDecimal(at));
      default -> Columns.text(found.getString(at));
    };
  }
}
