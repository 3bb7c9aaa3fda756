package dev.attune.local.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Empties what can be made again from the log, and forgets how far the log was taken over, in one
 * transaction. Who was told what, who acknowledged what and who saw what stay: the log does not
 * know them.
 */
public final class ReadModelReset {

  /** Emptied, in this order. */
  static final List<String> EMPTIED =
      List.of("session_record", "score", "session", "episode", "alert");

  /** Not to be found on the log, so kept. */
  static final List<String> KEPT = List.of("acknowledgement", "feed", "feed_head", "told", "audit");

  private static final int TRIES = 10;

  /** Somebody reads at this moment: lock_not_available, deadlock_detected. */
  private static final Set<String> IN_USE = Set.of("55P03", "40P01");

  private ReadModelReset() {}

  /**
   * Does it.
   *
   * @param database as a role that owns the tables
   */
  public static void run(Connection database) throws SQLException {
    database.setReadOnly(false);
    database.setAutoCommit(false);
    for (int i = 1; ; i++) {
      try {
        empty(database);
        return;
      } catch (SQLException e) {
        database.rollback();
        if (i == TRIES || !IN_USE.contains(String.valueOf(e.getSQLState()))) {
          throw e;
        }
      }
    }
  }

  private static void empty(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("set local lock_timeout = '3s'");
      // The projection locks its offsets first, so what it is at now is finished first.
      statement.execute("delete from projection_offset");
      statement.execute("truncate " + String.join(", ", EMPTIED));
    }
    database.commit();
  }
}
