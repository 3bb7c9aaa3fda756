package dev.attune.instruments.packs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain part of YAML, one value and one place at a time: no anchors, aliases and tags, no
 * second document, no key twice, and a limit on depth, number of values and length of numbers. What
 * is not there cannot explode.
 */
final class YamlReader {

  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 16;
  private static final int MAX_VALUES = 20_000;

  /** Longer than any number of a definition, and short enough for any arithmetic. */
  private static final int MAX_DIGITS = 20;

  private final YAMLParser parser;
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlReader(YAMLParser parser) {
    this.parser = parser;
  }

  /** Where a file cannot be read. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String pointer;

    Refused(int line, String pointer, String reason) {
      super(reason);
      this.line = line;
      this.pointer = pointer;
    }

    PackFault in(String file) {
      return new PackFault(file, line, pointer, String.valueOf(getMessage()));
    }
  }

  static YamlFile read(String name, String text) throws Refused {
    try (YAMLParser parser = YAML.createParser(text)) {
      var reader = new YamlReader(parser);
      if (parser.nextToken() == null) {
        throw new Refused(1, "", "holds nothing");
      }
      JsonNode root = reader.value("", 0);
      if (parser.nextToken() != null) {
        throw reader.refused("", "holds a second document");
      }
      return new YamlFile(name, root, reader.lines);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Refused(line, "", "is no YAML: " + firstLine(e));
    } catch (IOException | RuntimeException e) {
      throw new Refused(1, "", "is no YAML (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private JsonNode value(String pointer, int depth) throws IOException, Refused {
    lines.put(pointer, parser.currentTokenLocation().getLineNr());
    if (lines.size() > MAX_VALUES) {
      throw refused(pointer, "holds more than %d values".formatted(MAX_VALUES));
    }
    if (depth > MAX_DEPTH) {
      throw refused(pointer, "is nested more than %d deep".formatted(MAX_DEPTH));
    }
    requirePlain(pointer);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(pointer, depth);
      case START_ARRAY -> array(pointer, depth);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(pointer, token);
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw refused(pointer, "is no value");
    };
  }

  private void requirePlain(String pointer) throws IOException, Refused {
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw refused(pointer, "is an anchor or an alias; write the value out");
    }
    if (parser.getTypeId() != null) {
      throw refused(pointer, "has a tag; write the plain value");
    }
  }

  private ObjectNode object(String pointer, int depth) throws IOException, Refused {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      if (object.has(name)) {
        lines.put(place, parser.currentTokenLocation().getLineNr());
        throw refused(place, "stands twice");
      }
      requirePlain(place);
      parser.nextToken();
      object.set(name, value(place, depth + 1));
    }
    return object;
  }

  private ArrayNode array(String pointer, int depth) throws IOException, Refused {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(pointer + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private JsonNode number(String pointer, JsonToken token) throws IOException, Refused {
    String text = parser.getText().replace("_", "");
    BigDecimal number = text.length() > MAX_DIGITS ? null : decimal(text);
    if (number == null || Math.abs(number.scale()) > MAX_DIGITS) {
      throw refused(pointer, "is no decimal number of at most %d digits".formatted(MAX_DIGITS));
    }
    return token == JsonToken.VALUE_NUMBER_INT && number.precision() <= 9
        ? NODES.numberNode(number.intValueExact())
        : DecimalNode.valueOf(number);
  }

  private static @Nullable BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private Refused refused(String pointer, String reason) {
    return new Refused(parser.currentTokenLocation().getLineNr(), pointer, reason);
  }

  private static String firstLine(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
  }
}
