package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the records on the log, today and from other versions of their writers. */
class GoldenTest {

  static List<Golden> goldens() {
    return Golden.ALL;
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void record_is_written_as_it_was_read_field_by_field_in_order(Golden golden)
      throws JsonProcessingException {
    Object read = read(golden, golden.json());

    String written = new String(Json.write(read), StandardCharsets.UTF_8);

    assertThat(Json.MAPPER.readTree(written).toString())
        .isEqualTo(Json.MAPPER.readTree(golden.json()).toString());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void record_reads_back_equal(Golden golden) {
    Object read = read(golden, golden.json());

    assertThat(Json.read(Json.write(read), golden.type())).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void record_has_the_form_that_its_schema_describes(Golden golden) {
    assertThat(Schemas.faults(golden.schema(), golden.json())).isEmpty();
    String written = new String(Json.write(read(golden, golden.json())), StandardCharsets.UTF_8);
    assertThat(Schemas.faults(golden.schema(), written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void record_of_a_newer_writer_with_unknown_fields_still_reads(Golden golden)
      throws JsonProcessingException {
    ObjectNode newer = tree(golden);
    newer.putObject("lunarPhase").put("waxing", true).putArray("of").add("cheese");
    newer.elements().forEachRemaining(GoldenTest::addUnknown);

    assertThat(read(golden, newer.toString())).isEqualTo(read(golden, golden.json()));
    assertThat(Schemas.faults(golden.schema(), newer.toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void record_of_an_older_writer_without_the_optional_fields_still_reads(Golden golden)
      throws JsonProcessingException {
    ObjectNode older = tree(golden);
    List<String> needed = Components.needed(golden.type());
    List<String> kept = new ArrayList<>(needed);
    kept.addAll(List.of("answers", "scores"));
    older.retain(kept);
    if (golden.name().equals("rating-declined")) {
      older.put("declined", true);
    }

    assertThat(read(golden, older.toString())).isInstanceOf(golden.type());
    assertThat(Schemas.faults(golden.schema(), older.toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void record_without_a_needed_field_is_refused_by_reader_and_schema(Golden golden)
      throws JsonProcessingException {
    for (String needed : Components.needed(golden.type())) {
      ObjectNode without = tree(golden);
      without.remove(needed);

      assertUnreadable(golden, without.toString(), needed);
      assertUnreadable(golden, tree(golden).putNull(needed).toString(), needed);
    }
  }

  @Test
  void rating_as_the_design_shows_it_reads() {
    String shown = Golden.of("rating-answered").json().replace("  \"declined\": false,\n", "");

    assertThat(Json.read(bytes(shown), Rating.class).declined()).isFalse();
  }

  @Test
  void key_of_a_record_comes_from_its_content() {
    assertThat(((Rating) read("rating-answered")).key().text())
        .isEqualTo("northside/E-77/S-42/srs/CLIENT/C-1");
    assertThat(((Score) read("score-prorated")).key().text())
        .isEqualTo("northside/E-77/S-42/phq9/CLIENT/C-1");
    assertThat(((SessionRecord) read("session-held")).key().text())
        .isEqualTo("northside/E-77/S-42");
    assertThat(((Alert) read("alert-mark")).key().text())
        .isEqualTo("northside/E-77/alt_101112131415161718191a1b1c1d1e1f");
  }

  @Test
  void severity_info_makes_a_mark() {
    assertThat(((Alert) read("alert-mark")).isMark()).isTrue();
    assertThat(((Alert) read("alert-repaired")).isMark()).isFalse();
  }

  private static void assertUnreadable(Golden golden, String json, String field) {
    assertThatExceptionOfType(Json.Unreadable.class).as(field).isThrownBy(() -> read(golden, json));
    assertThat(Schemas.faults(golden.schema(), json)).as(field).isNotEmpty();
  }

  private static void addUnknown(com.fasterxml.jackson.databind.JsonNode part) {
    if (part instanceof ObjectNode object && !object.has("MT")) {
      object.put("addedLater", 17);
    }
    Iterator<com.fasterxml.jackson.databind.JsonNode> parts = part.elements();
    parts.forEachRemaining(GoldenTest::addUnknown);
  }

  private static ObjectNode tree(Golden golden) throws JsonProcessingException {
    return (ObjectNode) Json.MAPPER.readTree(golden.json());
  }

  private static Object read(String name) {
    Golden golden = Golden.of(name);
    return read(golden, golden.json());
  }

  private static Object read(Golden golden, String json) {
    return Objects.requireNonNull(Json.read(bytes(json), golden.type()));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
