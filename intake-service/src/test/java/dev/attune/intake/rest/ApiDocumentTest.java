package dev.attune.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import dev.attune.intake.Surroundings;
import dev.attune.intake.form.FormPagesResource;
import dev.attune.intake.form.FormsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
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

  @TestHTTPResource("/")
  URI base;

  @Test
  void the_document_that_is_kept_is_the_one_that_is_served() throws Exception {
    JsonNode served = YAML.readTree(new Intake(base).get("/q/openapi").body());

    assertThat(served.get("openapi").textValue()).startsWith("3.1");
    assertThat(calls(served)).isEqualTo(calls(kept()));
    assertThat(served.at("/components/schemas/Rating/required"))
        .isEqualTo(kept().at("/components/schemas/Rating/required"));
  }

  @Test
  void every_call_is_in_the_document_and_no_other() throws Exception {
    Set<String> coded =
        Stream.of(
                RatingsResource.class,
                SessionsResource.class,
                InstrumentsResource.class,
                FormsResource.class,
                FormPagesResource.class)
            .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
            .filter(method -> !verb(method).isEmpty())
            .map(method -> verb(method) + " " + path(method))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(calls(kept())).isEqualTo(coded);
  }

  @Test
  void every_word_that_a_field_may_hold_is_in_the_document() throws Exception {
    JsonNode schemas = kept().at("/components/schemas");

    assertThat(words(schemas.at("/Rating/properties/population")))
        .isEqualTo(names(Population.values()));
    assertThat(words(schemas.at("/Rater/properties/perspective")))
        .isEqualTo(names(Perspective.values()));
    assertThat(words(schemas.at("/Session/properties/status")))
        .isEqualTo(names(SessionStatus.values()));
    assertThat(words(schemas.at("/Setting"))).isEqualTo(names(Setting.values()));
    assertThat(words(schemas.at("/Delivery"))).isEqualTo(names(Delivery.values()));
  }

  private static JsonNode kept() throws Exception {
    java.nio.file.Path root = java.nio.file.Path.of(System.getProperty("attune.root"));
    return YAML.readTree(Files.readAllBytes(root.resolve("docs/api/intake-openapi.yaml")));
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
        : method.isAnnotationPresent(PUT.class)
            ? "put"
            : method.isAnnotationPresent(GET.class) ? "get" : "";
  }

  private static String path(Method method) {
    String resource = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path own = method.getAnnotation(Path.class);
    return own == null ? resource : resource + own.value();
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
