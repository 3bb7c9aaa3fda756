package dev.attune.systemtests.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What a service answered. */
public record Answer(int status, Map<String, String> headers, String body) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A header, its name in lower case; empty where there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The media type of the body. */
  public String contentType() {
    return header("content-type");
  }

  /** The body as JSON. */
  public JsonNode json() {
    return parse(body);
  }

  /** The body as one JSON per line. */
  public List<JsonNode> lines() {
    return body.lines().map(Answer::parse).toList();
  }

  /** Whether the service took what it was sent. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  static JsonNode parse(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
