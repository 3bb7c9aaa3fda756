package dev.attune.intake.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.attune.contracts.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Bodies as an EHR sends them, to be spoilt in one place. */
public final class Bodies {

  /** The clock of the tests: ten minutes after the rating was made. */
  static final Instant NOW = Instant.parse("2026-11-02T11:00:00Z");

  /** A legal rating. */
  public static final String RATING =
      """
      {"episode":"E-77","client":"C-1","therapist":"T-9","population":"ADULT",
       "session":{"id":"S-42","number":4,"heldAt":"2026-11-02T10:00:00Z",
                  "setting":"INDIVIDUAL","delivery":"VIDEO"},
       "instrument":"srs","rater":{"perspective":"CLIENT","id":"C-1"},
       "answers":[9.5,9.2,null,9.4],"comment":null,"ratedAt":"2026-11-02T10:50:00Z"}
      """;

  /** A legal session. */
  public static final String SESSION =
      """
      {"episode":"E-77","client":"C-1","therapist":"T-9","number":4,"status":"HELD",
       "at":"2026-11-02T10:00:00Z","setting":"INDIVIDUAL","delivery":"VIDEO"}
      """;

  private Bodies() {}

  /** The body with another value, written as JSON, at a JSON Pointer. */
  public static String with(String body, String pointer, String json) {
    try {
      JsonNode tree = Json.MAPPER.readTree(body);
      int last = pointer.lastIndexOf('/');
      JsonNode parent = tree.at(pointer.substring(0, last));
      ((ObjectNode) parent).putRawValue(pointer.substring(last + 1), raw(json));
      return Json.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body without what stands at a JSON Pointer. */
  public static String without(String body, String pointer) {
    try {
      JsonNode tree = Json.MAPPER.readTree(body);
      int last = pointer.lastIndexOf('/');
      ((ObjectNode) tree.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
      return Json.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static RawValue raw(String json) {
    return new RawValue(json);
  }
}
