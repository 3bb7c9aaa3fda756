package dev.attune.instruments.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a value against a JSON Schema and says what does not fit, in words for who wrote it. */
final class Validation {

  /** What tells about a schema and rules nothing. */
  private static final Set<String> TOLD =
      Set.of("$schema", "$id", "$defs", "title", "description", "if", "then", "else");

  private final Form.Documents documents;
  private final List<Violation> found = new ArrayList<>();

  private Validation(Form.Documents documents) {
    this.documents = documents;
  }

  /** What does not fit, and where in the value. */
  record Violation(String pointer, String reason) {}

  /** Everything in which a value does not fit a schema. */
  static List<Violation> violations(
      Form.Documents documents, Form.Place schema, String pointer, JsonNode value) {
    var validation = new Validation(documents);
    validation.check(schema, pointer, value);
    return validation.found.stream().distinct().toList();
  }

  private void check(Form.Place at, String pointer, JsonNode value) {
    JsonNode schema = at.schema();
    if (schema.isBoolean()) {
      add(pointer, schema.booleanValue() ? null : "must not be here");
      return;
    }
    JsonNode type = schema.get("type");
    String otherType = type == null ? null : Limit.broken("type", type, value);
    if (otherType != null) {
      add(pointer, otherType);
      return;
    }
    int before = found.size();
    for (Map.Entry<String, JsonNode> rule : schema.properties()) {
      check(at, rule.getKey(), rule.getValue(), pointer, value);
    }
    if (schema.has("if") && found.size() == before) {
      JsonNode next = schema.get(fits(at.inner(schema.get("if")), value) ? "then" : "else");
      if (next != null) {
        check(at.inner(next), pointer, value);
      }
    }
  }

  private void check(Form.Place at, String keyword, JsonNode rule, String pointer, JsonNode value) {
    switch (keyword) {
      case "$ref" -> check(documents.at(at.document(), rule.textValue()), pointer, value);
      case "allOf" -> rule.forEach(one -> check(at.inner(one), pointer, value));
      case "anyOf", "oneOf" -> found.addAll(nearest(at, rule, pointer, value));
      case "not" -> add(pointer, fits(at.inner(rule), value) ? "must be something else" : null);
      case "items" -> {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
          check(at.inner(rule), pointer + "/" + i, value.get(i));
        }
      }
      case "required" -> {
        if (value.isObject()) {
          require(rule, pointer, value);
        }
      }
      case "dependentRequired" ->
          rule.properties().stream()
              .filter(given -> value.has(given.getKey()))
              .forEach(given -> require(given.getValue(), pointer, value));
      case "properties" ->
          value.properties().stream()
              .filter(one -> rule.has(one.getKey()))
              .forEach(one -> check(at.inner(rule.get(one.getKey())), pointer, one));
      case "patternProperties" ->
          rule.properties()
              .forEach(pattern ->
                  value.properties().stream()
                      .filter(one -> matches(pattern.getKey(), one.getKey()))
                      .forEach(one -> check(at.inner(pattern.getValue()), pointer, one)));
      case "additionalProperties" ->
          value.properties().stream()
              .filter(one -> !isNamed(at.schema(), one.getKey()))
              .forEach(one -> check(at.inner(rule), pointer, one));
      case "propertyNames" ->
          value
              .fieldNames()
              .forEachRemaining(name ->
                  add(
                      child(pointer, name),
                      fits(at.inner(rule), TextNode.valueOf(name)) ? null : "must not be here"));
      default -> {
        if (!TOLD.contains(keyword)) {
          add(pointer, Limit.broken(keyword, rule, value));
        }
      }
    }
  }

  private void check(Form.Place at, String pointer, Map.Entry<String, JsonNode> property) {
    check(at, child(pointer, property.getKey()), property.getValue());
  }

  private boolean fits(Form.Place schema, JsonNode value) {
    return violations(documents, schema, "", value).isEmpty();
  }

  /** Of several forms the nearest one tells what is missing. */
  private List<Violation> nearest(Form.Place at, JsonNode forms, String pointer, JsonNode value) {
    @Nullable List<Violation> nearest = null;
    for (JsonNode form : forms) {
      List<Violation> lacks = violations(documents, at.inner(form), pointer, value);
      if (nearest == null || lacks.size() < nearest.size()) {
        nearest = lacks;
      }
    }
    return nearest == null ? List.of() : nearest;
  }

  private void require(JsonNode names, String pointer, JsonNode value) {
    names.forEach(
        name -> add(pointer, value.has(name.textValue()) ? null : "lacks " + name.textValue()));
  }

  private static boolean isNamed(JsonNode schema, String name) {
    return schema.path("properties").has(name)
        || schema.path("patternProperties").properties().stream()
            .anyMatch(pattern -> matches(pattern.getKey(), name));
  }

  private static boolean matches(String pattern, String name) {
    return Pattern.compile(pattern).matcher(name).find();
  }

  private void add(String pointer, @Nullable String reason) {
    if (reason != null) {
      found.add(new Violation(pointer, reason));
    }
  }

  private static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
