package dev.attune.systemtests.client;

import java.util.Optional;

/** Puts the lines of a server-sent event stream together, as the HTML standard says. */
final class StreamParser {
  private final StringBuilder data = new StringBuilder();
  private String id = "";
  private String type = "message";

  /** Takes the next line, and gives the event that it completes. */
  Optional<StreamEvent> line(String line) {
    if (line.isEmpty()) {
      return complete();
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
    switch (field) {
      case "id" -> id = value;
      case "event" -> type = value;
      case "data" -> data.append(value).append('\n');
      default -> {
        // comments and fields nobody knows are passed over
      }
    }
    return Optional.empty();
  }

  private Optional<StreamEvent> complete() {
    if (data.isEmpty()) {
      return Optional.empty();
    }
    var event = new StreamEvent(Long.parseLong(id), type, Answer.parse(data.toString()));
    data.setLength(0);
    type = "message";
    return Optional.of(event);
  }
}
