package dev.attune.local.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rating that a row of a CSV file tells of. The same row gives the same rating in every
 * run: where the file has no dates, session {@code n} is held {@code n - 1} weeks after the first,
 * which is held on {@link #FIRST_SESSION}, and rated 50 minutes later.
 */
final class RowReader {

  /** When the first session of an episode is held, where the file does not say. */
  static final Instant FIRST_SESSION = Instant.parse("2024-01-01T10:00:00Z");

  /** The time from one session to the next, where the file does not say. */
  static final Duration BETWEEN_SESSIONS = Duration.ofDays(7);

  /** The time from a session's beginning to its rating, where the file does not say. */
  static final Duration UNTIL_RATED = Duration.ofMinutes(50);

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

  private final Columns columns;
  private final Defaults defaults;

  RowReader(Columns columns, Defaults defaults) {
    this.columns = columns;
    this.defaults = defaults;
  }

  /**
   * The same for every row.
   *
   * @param therapist of rows that do not name one
   */
  record Defaults(String instrument, String therapist, String population) {}

  /**
   * The rating in JSON, one line.
   *
   * @param row value by column
   * @throws RowRefused if the row tells of no rating
   */
  String rating(Map<String, String> row) throws RowRefused {
    String episode = required(row, "episode");
    String number = value(row, "number");
    if (number != null && !NUMBER.matcher(number).matches()) {
      throw new RowRefused("the session's number is no whole number from 1");
    }
    String client = orElse(value(row, "client"), episode);
    Instant heldAt = instant(row, "heldAt", held(number));
    ObjectNode rating = Json.MAPPER.createObjectNode();
    rating.put("episode", episode).put("client", client);
    rating.put("therapist", orElse(value(row, "therapist"), defaults.therapist()));
    rating.put("population", defaults.population());
    ObjectNode session = rating.putObject("session");
    session.put("id", orElse(value(row, "session"), episode + "-" + number));
    if (number != null) {
      session.put("number", Integer.parseInt(number));
    }
    session.put("heldAt", heldAt.toString());
    session.put("setting", "INDIVIDUAL").put("delivery", "IN_PERSON");
    rating.put("instrument", defaults.instrument());
    rating.putObject("rater").put("perspective", "CLIENT").put("id", client);
    content(row, rating);
    rating.put("ratedAt", instant(row, "ratedAt", heldAt.plus(UNTIL_RATED)).toString());
    return rating.toString();
  }

  private void content(Map<String, String> row, ObjectNode rating) throws RowRefused {
    BigDecimal total = decimal("total", value(row, "total"));
    if (columns.items().isEmpty()) {
      if (total == null) {
        throw new RowRefused("the total is empty");
      }
      rating.putObject("scores").put("total", total);
      return;
    }
    ArrayNode answers = rating.putArray("answers");
    BigDecimal sum = BigDecimal.ZERO;
    boolean complete = true;
    for (String column : columns.items()) {
      BigDecimal answer = decimal(column, row.get(column));
      answers.add(answer);
      complete &= answer != null;
      sum = answer == null ? sum : sum.add(answer);
    }
    if (total != null && complete && total.compareTo(sum) != 0) {
      throw new RowRefused("the total is not the sum of the answers");
    }
  }

  private static @Nullable Instant held(@Nullable String number) {
    return number == null
        ? null
        : FIRST_SESSION.plus(BETWEEN_SESSIONS.multipliedBy(Long.parseLong(number) - 1));
  }

  private Instant instant(Map<String, String> row, String field, @Nullable Instant otherwise)
      throws RowRefused {
    String text = value(row, field);
    if (text == null) {
      if (otherwise == null) {
        throw new RowRefused(field + " is empty");
      }
      return otherwise;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new RowRefused(field + " is no instant like 2026-11-02T10:00:00Z");
    }
  }

  private static @Nullable BigDecimal decimal(String column, @Nullable String text)
      throws RowRefused {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw new RowRefused(column + " is no decimal number");
    }
    return new BigDecimal(text);
  }

  private String required(Map<String, String> row, String field) throws RowRefused {
    String value = value(row, field);
    if (value == null) {
      throw new RowRefused(field + " is empty");
    }
    return value;
  }

  private @Nullable String value(Map<String, String> row, String field) {
    String column = columns.column(field);
    String value = column == null ? null : row.get(column);
    return value == null || value.isEmpty() ? null : value;
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
