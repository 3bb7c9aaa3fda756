package dev.attune.feedback.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.web.ProblemException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached, or not in time, from a fault of ours. */
final class Away {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private Away() {}

  /** The same failure, as a caller is told of it. */
  static Throwable told(Throwable failure) {
    return isAway(failure)
        ? ProblemException.retryable(
            503,
            "database-away",
            "Not available",
            "The database does not answer. Nothing is lost; try again.",
            TRY_AGAIN)
        : failure;
  }

  static boolean isAway(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof PgException refusal) {
        return isAway(refusal.getSqlState());
      }
      if (isOfConnection(t)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfConnection(Throwable t) {
    return switch (t) {
      case JsonProcessingException _ -> false;
      case IOException _ -> true;
      case TimeoutException _ -> true;
      case io.smallrye.mutiny.TimeoutException _ -> true;
      case VertxException _ -> true;
      case NoStackTraceThrowable _ -> true; // the pool, when its time is up
      default -> false;
    };
  }

  /** Connection, resources, shut-down and cancelled for time, idle in a transaction. */
  private static boolean isAway(@Nullable String state) {
    return state != null && Stream.of("08", "53", "57", "25P03").anyMatch(state::startsWith);
  }
}
