package dev.attune.local.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV file holds which field of a rating.
 *
 * @param fields column by field; the fields are those of {@link #FIELDS}
 * @param items the columns of the answers in item order; empty where only totals are known
 */
record Columns(Map<String, String> fields, List<String> items) {

  /** The fields, each with the columns that are taken for it where nothing else is said. */
  static final Map<String, List<String>> FIELDS =
      Map.of(
          "episode", List.of("episode", "pairing_id"),
          "client", List.of("client"),
          "therapist", List.of("therapist"),
          "session", List.of("session"),
          "number", List.of("number", "session_id"),
          "heldAt", List.of("heldAt", "held_at"),
          "ratedAt", List.of("ratedAt", "rated_at"),
          "total", List.of("total"));

  private static final Pattern ITEM = Pattern.compile("item([1-9][0-9]{0,2})");
  private static final Map<String, List<String>> ITEMS_BY_INSTRUMENT =
      Map.of(
          "srs",
          List.of("relationship", "goals_and_topics", "approach_or_method", "overall"),
          "ors",
          List.of("individually", "interpersonally", "socially", "overall"));

  Columns {
    fields = Map.copyOf(fields);
    items = List.copyOf(items);
  }

  /**
   * Finds the columns of a file.
   *
   * @param header the names of its columns
   * @param chosen column by field, as the person said; {@code item1}, {@code item2} and so on are
   *     fields too
   * @throws IllegalArgumentException if a field or column does not exist, or one is missing
   */
  static Columns in(Collection<String> header, String instrument, Map<String, String> chosen) {
    requireKnown(header, chosen);
    var fields = new HashMap<String, String>();
    FIELDS.forEach((field, candidates) -> {
      String column = chosen.getOrDefault(field, first(header, candidates));
      if (column != null) {
        fields.put(field, column);
      }
    });
    var columns = new Columns(fields, items(header, instrument, chosen));
    columns.requireEnough();
    return columns;
  }

  @Nullable String column(String field) {
    return fields.get(field);
  }

  private void requireEnough() {
    if (column("episode") == null) {
      throw missing("episode");
    }
    if (column("session") == null && column("number") == null) {
      throw missing("number");
    }
    if (column("heldAt") == null && column("number") == null) {
      throw missing("heldAt");
    }
    if (items.isEmpty() && column("total") == null) {
      throw missing("item1");
    }
  }

  private static IllegalArgumentException missing(String field) {
    return new IllegalArgumentException(
        "no column is known to hold %s: say --map %s=COLUMN".formatted(field, field));
  }

  private static void requireKnown(Collection<String> header, Map<String, String> chosen) {
    Set<String> columns = new HashSet<>(header);
    chosen.forEach((field, column) -> {
      if (!FIELDS.containsKey(field) && !ITEM.matcher(field).matches()) {
        throw new IllegalArgumentException(
            "--map %s=…: the fields are %s, item1, item2, …"
                .formatted(field, String.join(", ", FIELDS.keySet().stream().sorted().toList())));
      }
      if (!columns.contains(column)) {
        throw new IllegalArgumentException("the file has no column " + column);
      }
    });
  }

  private static List<String> items(
      Collection<String> header, String instrument, Map<String, String> chosen) {
    List<String> usual = ITEMS_BY_INSTRUMENT.getOrDefault(instrument, List.of());
    if (!header.containsAll(usual)) {
      usual = List.of();
    }
    var items = new ArrayList<String>();
    for (int number = 1; ; number++) {
      String field = "item" + number;
      String column = chosen.get(field);
      if (column == null && number <= usual.size()) {
        column = usual.get(number - 1);
      }
      if (column == null && header.contains(field)) {
        column = field;
      }
      if (column == null) {
        return items;
      }
      items.add(column);
    }
  }

  private static @Nullable String first(Collection<String> header, List<String> candidates) {
    return candidates.stream().filter(header::contains).findFirst().orElse(null);
  }
}
