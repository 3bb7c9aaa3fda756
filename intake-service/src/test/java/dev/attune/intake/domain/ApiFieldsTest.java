package dev.attune.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.instruments.Catalogue;
import dev.attune.intake.domain.Reading.Illegal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields in the API document are those that are read, required where they are required. */
class ApiFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "Rating, ''",
    "SessionRef, /session",
    "Rater, /rater",
    "Session, ''",
    "FormRequest, ''"
  })
  void documented_fields_are_the_ones_that_are_read(String schema, String at) throws Exception {
    JsonNode documented = document().at("/components/schemas/" + schema);
    List<String> required = new ArrayList<>();
    documented.get("required").forEach(name -> required.add(at + "/" + name.textValue()));
    List<String> fields = new ArrayList<>();
    documented.get("properties").fieldNames().forEachRemaining(name -> fields.add(at + "/" + name));

    assertThat(pointersWith(schema, at, "{}", "is missing"))
        .filteredOn(pointer -> pointer.startsWith(at + "/"))
        .containsExactlyInAnyOrderElementsOf(required);
    String all =
        "{\"unheardOf\":[],"
            + String.join(
                ",",
                fields.stream().map(f -> "\"" + f.substring(at.length() + 1) + "\":[]").toList())
            + "}";
    assertThat(pointersWith(schema, at, all, "is not a field here"))
        .containsExactly(at + "/unheardOf");
  }

  private static List<String> pointersWith(String schema, String at, String json, String message) {
    String body = at.isEmpty() ? json : "{\"" + at.substring(1) + "\":" + json + "}";
    byte[] bytes = Bodies.bytes(body);
    Catalogue catalogue = Catalogue.shipped();
    Reading<?> reading =
        switch (schema) {
          case "Session" -> new SessionReader().read(bytes, "t", "s", Bodies.NOW);
          case "FormRequest" ->
              new FormRequestReader(catalogue, List.of("en")).read(bytes, "t", Bodies.NOW);
          default -> new RatingReader(catalogue).read(bytes, "t", Bodies.NOW);
        };
    Stream<Fault> faults = ((Illegal<?>) reading).faults().stream();
    return faults.filter(f -> f.message().equals(message)).map(Fault::pointer).toList();
  }

  private static JsonNode document() throws Exception {
    Path root = Path.of(System.getProperty("attune.root"));
    return new YAMLMapper()
        .readTree(Files.readAllBytes(root.resolve("docs/api/intake-openapi.yaml")));
  }
}
