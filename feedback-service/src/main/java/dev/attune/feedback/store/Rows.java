package dev.attune.feedback.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.contracts.Json;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The rows of a transaction. Sets of rows travel as one JSON parameter and come back as JSON, so
 * that a statement handles a whole batch in one round trip.
 */
public final class Rows {

  private static final JsonMapper MAPPER =
      Json.MAPPER.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Mutiny.StatelessSession session;

  Rows(Mutiny.StatelessSession session) {
    this.session = session;
  }

  /** Reads what {@code select} selects, each row as a record whose components are its columns. */
  public <T> Uni<List<T>> read(Class<T> type, String select, Object... parameters) {
    return change(type, "select cast(row_to_json(r) as text) from (" + select + ") r", parameters);
  }

  /**
   * Runs a statement that changes rows and selects, as the text of one JSON object a row, what has
   * changed.
   */
  public <T> Uni<List<T>> change(Class<T> type, String statement, Object... parameters) {
    var query = session.createNativeQuery(statement, String.class);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.getResultList().map(rows -> rows.stream().map(row -> parse(row, type)).toList());
  }

  /** Runs a statement and tells how many rows it changed. */
  public Uni<Integer> write(String statement, Object... parameters) {
    var query = session.createNativeQuery(statement);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query.executeUpdate();
  }

  /** Adds a row that has an entity of its own. */
  public Uni<Void> insert(Object row) {
    return session.insert(row);
  }

  /** A set of rows as a parameter of {@code json_to_recordset}. */
  public static String json(Collection<?> rows) {
    try {
      return MAPPER.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T parse(String row, Class<T> type) {
    try {
      return MAPPER.readValue(row, type);
    } catch (JsonProcessingException e) {
      // The message would repeat the row.
      throw new IllegalStateException("a row is no " + type.getSimpleName());
    }
  }
}
