package dev.attune.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A record as it stands on the log, kept so that a change of its form is seen. */
record Golden(String name, Class<?> type, String schema) {

  static final List<Golden> ALL =
      List.of(
          new Golden("session-held", SessionRecord.class, "session.v1"),
          new Golden("session-missed", SessionRecord.class, "session.v1"),
          new Golden("rating-answered", Rating.class, "rating.v1"),
          new Golden("rating-keyed", Rating.class, "rating.v1"),
          new Golden("rating-totals", Rating.class, "rating.v1"),
          new Golden("rating-declined", Rating.class, "rating.v1"),
          new Golden("score-prorated", Score.class, "score.v1"),
          new Golden("score-declined", Score.class, "score.v1"),
          new Golden("alert-repaired", Alert.class, "alert.v1"),
          new Golden("alert-mark", Alert.class, "alert.v1"),
          new Golden("alert-worn-off", Alert.class, "alert.v1"));

  static Golden of(String name) {
    return ALL.stream().filter(golden -> golden.name.equals(name)).findFirst().orElseThrow();
  }

  String json() {
    return resource("/golden/" + name + ".json");
  }

  static String resource(String path) {
    try (InputStream stream = Golden.class.getResourceAsStream(path)) {
      return new String(
          Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
