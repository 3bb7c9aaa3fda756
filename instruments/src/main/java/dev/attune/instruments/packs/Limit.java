package dev.attune.instruments.packs;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rules of a JSON Schema that look at one value by itself. */
final class Limit {

  private Limit() {}

  /** Why a value breaks a rule; null where it keeps it, or where the rule is not about its kind. */
  static @Nullable String broken(String keyword, JsonNode rule, JsonNode value) {
    return switch (keyword) {
      case "type" ->
          isOfType(rule.textValue(), value) ? null : "must be " + named(rule.textValue());
      case "enum" -> stream(rule).anyMatch(one -> same(one, value)) ? null : oneOf(rule);
      case "const" -> same(rule, value) ? null : "must be " + rule.asText();
      case "pattern", "minLength" -> value.isTextual() ? text(keyword, rule, value) : null;
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          value.isNumber() ? number(keyword, rule.decimalValue(), value.decimalValue()) : null;
      case "minItems" ->
          value.isArray() && value.size() < rule.intValue()
              ? "must hold at least %d entries".formatted(rule.intValue())
              : null;
      case "maxItems" -> value.isArray() ? tooMany(rule.intValue(), value.size()) : null;
      case "uniqueItems" -> value.isArray() ? repeated(value) : null;
      case "minProperties" ->
          value.isObject() && value.size() < rule.intValue() ? "must not be empty" : null;
      default -> throw new IllegalArgumentException("a schema uses what is not known: " + keyword);
    };
  }

  private static @Nullable String text(String keyword, JsonNode rule, JsonNode value) {
    String text = value.textValue();
    if (keyword.equals("pattern")) {
      return Pattern.compile(rule.textValue()).matcher(text).find()
          ? null
          : "must match " + rule.textValue();
    }
    return text.codePointCount(0, text.length()) < rule.intValue()
        ? "must have at least %d characters".formatted(rule.intValue())
        : null;
  }

  private static @Nullable String number(String keyword, BigDecimal limit, BigDecimal value) {
    int order = value.compareTo(limit);
    return switch (keyword) {
      case "minimum" -> order >= 0 ? null : "must be at least " + limit;
      case "maximum" -> order <= 0 ? null : "must be at most " + limit;
      case "exclusiveMinimum" -> order > 0 ? null : "must be above " + limit;
      default -> order < 0 ? null : "must be below " + limit;
    };
  }

  private static @Nullable String tooMany(int most, int size) {
    if (size <= most) {
      return null;
    }
    return most == 0 ? "must be empty" : "must hold at most %d entries".formatted(most);
  }

  private static @Nullable String repeated(JsonNode array) {
    for (int i = 0; i < array.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (same(array.get(i), array.get(j))) {
          return "holds an entry twice, as number %d and %d".formatted(j + 1, i + 1);
        }
      }
    }
    return null;
  }

  /** Numbers are the same by value: 0.9 and 0.90. */
  private static boolean same(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber())
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      default -> throw new IllegalArgumentException("a schema uses what is not known: " + type);
    };
  }

  private static String named(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "string" -> "a text (in quotes where it looks like a number)";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      default -> "a number";
    };
  }

  private static String oneOf(JsonNode values) {
    return "must be one of " + stream(values).map(JsonNode::asText).collect(joining(", "));
  }

  private static Stream<JsonNode> stream(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false);
  }
}
