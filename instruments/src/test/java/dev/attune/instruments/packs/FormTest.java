package dev.attune.instruments.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Our reading of the schemas against that of a validator that knows all of JSON Schema. */
class FormTest {

  private static final String BASE = "https://attune.dev/schemas/";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> DEFINITIONS =
      resource("/instruments/index.txt").lines().map(name -> "/instruments/" + name).toList();
  private static final Map<String, Form> PACK_FILES =
      Map.of(
          "pack.yaml", Form.MANIFEST,
          "texts/week-glance-de.yaml", Form.TEXTS,
          "norms/week-glance.yaml", Form.NORMS,
          "examples/week-glance.yaml", Form.EXAMPLES);
  private static final Map<Form, Schema> FULL =
      Map.of(
          Form.INSTRUMENT, schema("instrument.schema.json"),
          Form.MANIFEST, schema("pack.schema.json#/$defs/manifest"),
          Form.TEXTS, schema("pack.schema.json#/$defs/texts"),
          Form.NORMS, schema("pack.schema.json#/$defs/norms"),
          Form.EXAMPLES, schema("pack.schema.json#/$defs/examples"));

  @Property(tries = 300)
  void definition_that_one_refuses_the_other_refuses_too(
      @ForAll @IntRange(max = 32) int which, @ForAll long seed) throws Exception {
    String name = DEFINITIONS.get(which);
    assertSameVerdict(Form.INSTRUMENT, YamlReader.read(name, resource(name)), seed);
  }

  @Property(tries = 300)
  void file_of_a_pack_that_one_refuses_the_other_refuses_too(
      @ForAll @IntRange(max = 3) int which, @ForAll long seed) throws Exception {
    String name = PACK_FILES.keySet().stream().sorted().toList().get(which);
    var files = new PackFiles(PackFiles.DOCUMENTED.resolve(PackFiles.EXAMPLE));
    Form form = Objects.requireNonNull(PACK_FILES.get(name));
    assertSameVerdict(form, YamlReader.read(name, files.text(name)), seed);
  }

  private static void assertSameVerdict(Form form, YamlFile sound, long seed) {
    assertThat(form.faults(sound)).isEmpty();
    JsonNode root = sound.root().deepCopy();
    String change = spoil(root, new Random(seed));

    boolean fits = form.faults(new YamlFile(sound.name(), root, Map.of())).isEmpty();

    Schema full = Objects.requireNonNull(FULL.get(form));
    assertThat(fits)
        .as("%s with %s", sound.name(), change)
        .isEqualTo(full.validate(root.toString(), InputFormat.JSON).isEmpty());
  }

  /** Takes something away, puts something else in its place, or adds what nobody knows. */
  private static String spoil(JsonNode root, Random chance) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode at = containers.get(chance.nextInt(containers.size()));
    JsonNode other =
        List.of(
                NODES.nullNode(),
                NODES.numberNode(0),
                NODES.numberNode(-3),
                NODES.textNode(""),
                NODES.textNode("D"),
                NODES.booleanNode(true),
                NODES.arrayNode(),
                NODES.objectNode())
            .get(chance.nextInt(8));
    if (at instanceof ArrayNode array) {
      if (array.isEmpty() || chance.nextInt(3) == 0) {
        array.add(other);
      } else if (chance.nextBoolean()) {
        array.remove(chance.nextInt(array.size()));
      } else {
        array.set(chance.nextInt(array.size()), other);
      }
      return at + " changed by " + other;
    }
    ObjectNode object = (ObjectNode) at;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "colour" : names.get(chance.nextInt(names.size()));
    switch (chance.nextInt(3)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, other);
      default -> object.set("colour", other);
    }
    return name + " changed by " + other;
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static Schema schema(String location) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    Map.of(
                        BASE + "instrument.schema.json",
                        resource("/instruments/instrument.schema.json"),
                        BASE + "pack.schema.json",
                        resource("/instruments/pack.schema.json"))))
        .getSchema(SchemaLocation.of(BASE + location));
  }

  private static String resource(String name) {
    try (InputStream stream = FormTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
