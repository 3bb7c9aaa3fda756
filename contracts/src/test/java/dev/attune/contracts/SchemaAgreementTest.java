package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the schemas and the records tell the same. */
class SchemaAgreementTest {

  static Stream<String> schemas() {
    return Schemas.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void schema_is_a_legal_schema_of_draft_2020_12(String name) {
    var dialect = SpecificationVersion.DRAFT_2020_12;

    assertThat(
            SchemaRegistry.withDefaultDialect(dialect)
                .getSchema(SchemaLocation.of(dialect.getDialectId()))
                .validate(Schemas.text(name), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "session.v1, '', dev.attune.contracts.SessionRecord",
    "rating.v1, '', dev.attune.contracts.Rating",
    "score.v1, '', dev.attune.contracts.Score",
    "score.v1, /$defs/scale, dev.attune.contracts.ScaleScore",
    "score.v1, /$defs/flag, dev.attune.contracts.Flag",
    "alert.v1, '', dev.attune.contracts.Alert",
    "alert.v1, /$defs/step, dev.attune.contracts.AlertStep",
    "alert.v1, /$defs/evidence, dev.attune.contracts.Evidence",
    "alert.v1, /$defs/item, dev.attune.contracts.Evidence$ItemEvidence",
    "alert.v1, /properties/ruleSet, dev.attune.contracts.RuleSetRef",
    "common, /$defs/session, dev.attune.contracts.SessionRef",
    "common, /$defs/rater, dev.attune.contracts.Rater"
  })
  void schema_has_the_components_of_the_record_in_order_and_requires_what_it_needs(
      String name, String pointer, Class<?> type) throws JsonProcessingException {
    JsonNode schema = Json.MAPPER.readTree(Schemas.text(name)).at(pointer);

    assertThat(names(schema.path("properties"))).isEqualTo(Components.all(type));
    assertThat(texts(schema.path("required"))).isEqualTo(Components.needed(type));
  }

  @ParameterizedTest
  @CsvSource({
    "common, /$defs/perspective, dev.attune.contracts.Perspective",
    "common, /$defs/population, dev.attune.contracts.Population",
    "common, /$defs/setting, dev.attune.contracts.Setting",
    "common, /$defs/delivery, dev.attune.contracts.Delivery",
    "common, /$defs/severity, dev.attune.contracts.Severity",
    "session.v1, /properties/status, dev.attune.contracts.SessionStatus",
    "score.v1, /properties/state, dev.attune.contracts.ScoreState",
    "alert.v1, /$defs/status, dev.attune.contracts.AlertStatus"
  })
  void schema_lists_the_constants(String name, String pointer, Class<? extends Enum<?>> type)
      throws JsonProcessingException {
    JsonNode schema = Json.MAPPER.readTree(Schemas.text(name)).at(pointer);

    assertThat(texts(schema.path("enum")))
        .isEqualTo(Stream.of(type.getEnumConstants()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "rating-answered, \"E-77\", \"E/77\"",
    "rating-answered, \"ADULT\", \"GIANT\"",
    "rating-answered, 9.2, \"9.2\"",
    "rating-answered, \"declined\": false, \"declined\": true",
    "rating-answered, 2026-11-02T10:00:00Z, yesterday",
    "rating-keyed, \"de\", \"deu\"",
    "rating-keyed, \"de\", \"DE\"",
    "rating-keyed, true, \"yes\"",
    "rating-totals, \"declined\": false, \"keyedAtCapture\": true",
    "rating-totals, \"number\": null, \"number\": 0",
    "rating-totals, 37.123456, null",
    "session-held, \"HELD\", \"held\"",
    "session-held, \"number\": 4, \"number\": 4.5",
    "score-declined, \"DECLINED\", \"GONE\"",
    "alert-repaired, \"revision\": 3, \"revision\": 0",
    "alert-repaired, \"item\": 2, \"item\": 0",
    "alert-mark, \"NOTED\", \"RETIRED\""
  })
  void what_the_schema_refuses_no_reader_takes_for_a_record(
      String golden, String right, String wrong) {
    Golden of = Golden.of(golden);
    String json = of.json().replaceFirst(java.util.regex.Pattern.quote(right), wrong);

    assertThat(json).isNotEqualTo(of.json());
    assertThat(Schemas.faults(of.schema(), json)).isNotEmpty();
    assertThat(reads(of, json)).isEqualTo(golden.equals("rating-totals") && wrong.equals("null"));
  }

  /** A score of null gets past the reader: the check against the instrument refuses it. */
  private static boolean reads(Golden golden, String json) {
    try {
      Json.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), golden.type());
      return true;
    } catch (Json.Unreadable e) {
      return false;
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
