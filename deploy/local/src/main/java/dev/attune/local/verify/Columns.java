package dev.attune.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.contracts.Alert;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRecord;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The columns of a row of the read model as text that compares equal where the row is the same. */
final class Columns {

  private static final String NONE = "";

  private final Map<String, String> texts = new TreeMap<>();

  private Columns() {}

  static Map<String, String> of(SessionRecord session) {
    return new Columns()
        .add("number", session.number())
        .add("status", session.status())
        .add("held_at", session.at())
        .add("setting", session.setting())
        .add("delivery", session.delivery())
        .add("client", session.client())
        .add("therapist", session.therapist())
        .texts();
  }

  static Map<String, String> of(Score score) {
    return new Columns()
        .add("number", score.session().number())
        .add("held_at", score.session().heldAt())
        .add("setting", score.session().setting())
        .add("delivery", score.session().delivery())
        .add("client", score.client())
        .add("therapist", score.therapist())
        .add("population", score.population())
        .add("state", score.state())
        .add("total", score.total())
        .add("pomp", score.pomp())
        .add("rated_at", score.ratedAt())
        .add("body", json(score))
        .texts();
  }

  static Map<String, String> of(Alert alert) {
    return new Columns()
        .add("revision", alert.revision())
        .add("severity", alert.severity())
        .add("status", alert.status())
        .add("opened_at", alert.openedAt().heldAt())
        .add("body", json(alert))
        .texts();
  }

  /** A body as it would be written today; one that cannot be read is equal to nothing. */
  static String body(String stored, Class<?> type) {
    try {
      return json(Json.read(stored.getBytes(StandardCharsets.UTF_8), type));
    } catch (Json.Unreadable e) {
      return "unreadable";
    }
  }

  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> NONE;
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      // PostgreSQL rounds to microseconds.
      case Instant instant -> instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS).toString();
      default -> value.toString();
    };
  }

  private Columns add(String column, @Nullable Object value) {
    texts.put(column, text(value));
    return this;
  }

  private Map<String, String> texts() {
    return Map.copyOf(texts);
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
