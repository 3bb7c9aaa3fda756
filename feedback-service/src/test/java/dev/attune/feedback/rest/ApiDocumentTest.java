package dev.attune.feedback.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.read.AlertsView;
import dev.attune.feedback.read.CaseloadView;
import dev.attune.feedback.read.EpisodeView;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document in docs/api says what the code does. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiDocumentTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void the_document_that_is_kept_is_the_one_that_is_served() throws Exception {
    JsonNode served = YAML.readTree(given().get("/q/openapi").asByteArray());

    assertThat(served.get("openapi").textValue()).startsWith("3.1");
    assertThat(calls(served)).isEqualTo(calls(kept()));
    assertThat(served.at("/components/schemas/AlertView/required"))
        .isEqualTo(kept().at("/components/schemas/AlertView/required"));
  }

  @Test
  void every_call_is_in_the_document_and_no_other() throws Exception {
    Set<String> coded =
        Stream.concat(
                Stream.of(AlertsResource.class, CaseloadResource.class, EpisodesResource.class),
                Stream.of(Class.forName("dev.attune.feedback.stream.StreamResource")))
            .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
            .filter(method -> !verb(method).isEmpty())
            .map(method -> verb(method) + " " + path(method))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(calls(kept())).isEqualTo(coded);
  }

  @Test
  void every_field_of_an_answer_is_in_the_document_and_no_other() throws Exception {
    JsonNode schemas = kept().at("/components/schemas");
    Map.of(
            "CaseloadView", CaseloadView.class,
            "Line", CaseloadView.Line.class,
            "Latest", CaseloadView.Latest.class,
            "EpisodeView", EpisodeView.class,
            "SessionLine", EpisodeView.SessionLine.class,
            "Series", EpisodeView.Series.class,
            "Point", EpisodeView.Point.class,
            "AlertsView", AlertsView.class,
            "AlertView", AlertView.class)
        .forEach((name, type) ->
            assertThat(fields(schemas.get(name))).as(name).isEqualTo(components(type)));
  }

  @Test
  void every_word_that_a_field_may_hold_is_in_the_document() throws Exception {
    JsonNode schemas = kept().at("/components/schemas");
    Stream.of(
            AlertStatus.values(),
            Severity.values(),
            SessionStatus.values(),
            ScoreState.values(),
            Perspective.values(),
            Population.values(),
            Setting.values(),
            Delivery.values())
        .forEach((Enum<?>[] values) -> {
          String name = values[0].getDeclaringClass().getSimpleName();
          assertThat(words(schemas.get(name))).as(name).isEqualTo(names(values));
        });
  }

  private static JsonNode kept() throws Exception {
    java.nio.file.Path root = java.nio.file.Path.of(System.getProperty("attune.root"));
    return YAML.readTree(Files.readAllBytes(root.resolve("docs/api/feedback-openapi.yaml")));
  }

  private static Set<String> calls(JsonNode document) {
    Set<String> calls = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> calls.add(verb + " " + path.getKey())));
    return calls;
  }

  private static String verb(Method method) {
    return method.isAnnotationPresent(POST.class)
        ? "post"
        : method.isAnnotationPresent(GET.class) ? "get" : "";
  }

  private static String path(Method method) {
    String resource = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path own = method.getAnnotation(Path.class);
    return own == null ? resource : resource + own.value();
  }

  private static Set<String> fields(JsonNode schema) {
    Set<String> fields = new TreeSet<>();
    schema.get("properties").fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private static Set<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> words(JsonNode schema) {
    return YAML.convertValue(
        schema.get("enum"),
        YAML.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
