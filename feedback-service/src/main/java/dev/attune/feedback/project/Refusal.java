package dev.attune.feedback.project;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a record that PostgreSQL will never take from a database that is merely away. */
final class Refusal {

  private Refusal() {}

  /** Whether the data itself was refused: SQLSTATE class 22 (data) or 23 (constraint). */
  static boolean isOfData(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String state = state(t);
      if (state != null && (state.startsWith("22") || state.startsWith("23"))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String state(Throwable t) {
    return switch (t) {
      case PgException e -> e.getSqlState();
      case SQLException e -> e.getSQLState();
      default -> null;
    };
  }
}
