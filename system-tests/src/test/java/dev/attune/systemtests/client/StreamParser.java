package dev.attune.systemtests.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a server-sent event stream together, as the HTML standard says. An event
 * without a number of its own is a hint to look anew and no part of the feed: it is passed over.
 */
final class StreamParser {
  private final StringBuilder data = new StringBuilder();
  private @Nullable String id;
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
    Optional<StreamEvent> event =
        data.isEmpty() || id == null
            ? Optional.empty()
            : Optional.of(new StreamEvent(Long.parseLong(id), type, Answer.parse(data.toString())));
    data.setLength(0);
    type = "message";
    id = null;
    return event;
  }
}
