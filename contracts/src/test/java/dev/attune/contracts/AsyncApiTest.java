package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the description of the log tells what the code does. */
class AsyncApiTest {

  private static final JsonNode DOCUMENT = document();

  @Test
  void document_is_asyncapi_3() {
    assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
  }

  @Test
  void every_topic_is_described_and_no_other() {
    assertThat(DOCUMENT.path("channels").findValuesAsText("address"))
        .containsExactlyElementsOf(Stream.of(Topic.values()).map(Topic::topicName).toList());
  }

  @ParameterizedTest
  @EnumSource
  void topic_has_the_policy_that_it_is_created_with(Topic topic) {
    JsonNode kafka = channel(topic).path("bindings").path("kafka");
    Map<String, String> described = new TreeMap<>();
    kafka
        .path("topicConfiguration")
        .properties()
        .forEach(e ->
            described.put(
                e.getKey(),
                e.getValue().isArray() ? e.getValue().get(0).asText() : e.getValue().asText()));

    assertThat(described).isEqualTo(new TreeMap<>(topic.policy()));
    assertThat(kafka.path("topic").asText()).isEqualTo(topic.topicName());
    assertThat(kafka.path("partitions").asInt()).isEqualTo(Topic.DEFAULT_PARTITIONS);
  }

  @ParameterizedTest
  @EnumSource
  void event_names_its_type_its_schema_and_its_key(EventType type) {
    JsonNode message = resolve(channel(type.topic()).path("messages").elements().next());
    String headers = resolve(message.path("headers")).toString();
    String payload = message.path("payload").path("$ref").asText();

    assertThat(headers).contains("\"const\":\"" + type.type() + "\"");
    assertThat("dev.attune." + payload.replaceFirst("^schemas/", "").replace(".schema.json", ""))
        .isEqualTo(type.type());
  }

  @Test
  void described_headers_are_those_of_the_code() {
    JsonNode schemas = DOCUMENT.path("components").path("schemas");
    Set<String> described = new TreeSet<>();
    schemas.path("eventHeaders").path("properties").fieldNames().forEachRemaining(described::add);
    schemas
        .path("deadLetterHeaders")
        .path("properties")
        .fieldNames()
        .forEachRemaining(described::add);

    assertThat(described)
        .containsExactlyInAnyOrder(
            Headers.CE_SPECVERSION,
            Headers.CE_ID,
            Headers.CE_TYPE,
            Headers.CE_SOURCE,
            Headers.CE_TIME,
            Headers.CONTENT_TYPE,
            Headers.TRACEPARENT,
            Headers.DEAD_REASON,
            Headers.DEAD_TOPIC,
            Headers.DEAD_PARTITION,
            Headers.DEAD_OFFSET,
            Headers.DEAD_SERVICE);
  }

  @Test
  void every_reason_of_a_dead_letter_is_described() {
    List<String> described = new ArrayList<>();
    DOCUMENT
        .at("/components/schemas/deadLetterHeaders/properties/dead_reason/enum")
        .forEach(code -> described.add(code.asText()));

    assertThat(described)
        .containsExactlyElementsOf(Stream.of(DeadReason.values()).map(DeadReason::code).toList());
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> references = DOCUMENT.findValuesAsText("$ref");

    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(reference -> {
          if (reference.startsWith("#")) {
            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).isFalse();
          } else {
            assertThat(Golden.resource("/" + reference)).isNotEmpty();
          }
        });
  }

  @Test
  void described_keys_are_those_that_the_code_writes() {
    var rating = new RatingKey("n.1", "E-77", "S_42", "srs", Perspective.GROUP_MEMBER, "a@b");
    var session = new SessionKey("northside", "E~77", "S+42=");
    var alert = new AlertKey("northside", "E:77", StableId.of("alt", "x"));

    assertThat(rating.text()).matches(pattern("ratingKey"));
    assertThat(session.text()).matches(pattern("sessionKey"));
    assertThat(alert.text()).matches(pattern("alertKey"));
    assertThat("northside/E-77/S-42/srs/NOBODY/C-1").doesNotMatch(pattern("ratingKey"));
    assertThat("northside//S-42").doesNotMatch(pattern("sessionKey"));
  }

  private static String pattern(String key) {
    return DOCUMENT.at("/components/schemas/" + key + "/pattern").asText();
  }

  private static JsonNode channel(Topic topic) {
    for (JsonNode channel : DOCUMENT.path("channels")) {
      if (channel.path("address").asText().equals(topic.topicName())) {
        return channel;
      }
    }
    throw new AssertionError(topic + " is not described");
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static JsonNode document() {
    try {
      return new YAMLMapper().readTree(Golden.resource("/asyncapi.yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
