package dev.attune.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** The YAML form of a rule set. */
final class RuleSetFile {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private RuleSetFile() {}

  static RuleSet shipped(String id) {
    if (!ID.matcher(id).matches()) {
      throw new RuleSetFault("of that name", "a name holds only a-z, 0-9 and -");
    }
    try (InputStream file = RuleSetFile.class.getResourceAsStream("/rule-sets/" + id + ".yaml")) {
      if (file == null) {
        throw new RuleSetFault(id, "none is shipped under this name");
      }
      RuleSet ruleSet =
          parse(id, new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      if (!ruleSet.id().equals(id)) {
        throw new RuleSetFault(id, "calls itself " + ruleSet.id());
      }
      return ruleSet;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RuleSet parse(String name, String yaml) {
    try {
      RuleSet ruleSet = MAPPER.readValue(yaml, RuleSet.class);
      if (ruleSet == null) {
        throw new RuleSetFault(name, "is empty");
      }
      return ruleSet;
    } catch (JsonMappingException e) {
      throw new RuleSetFault(name, where(e) + why(e));
    } catch (JsonProcessingException e) {
      throw new RuleSetFault(name, "is no YAML: " + e.getOriginalMessage());
    }
  }

  private static String where(JsonMappingException e) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "" : path + ": ";
  }

  private static String why(JsonMappingException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : e.getOriginalMessage();
  }
}
