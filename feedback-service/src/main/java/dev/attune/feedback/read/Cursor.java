package dev.attune.feedback.read;

import dev.attune.contracts.Identifiers;
import dev.attune.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: behind the entry with these sort keys. Opaque to callers.
 *
 * @param rank the first sort key, a small number
 * @param at the second one
 * @param id the last one, which makes the order total
 */
record Cursor(int rank, Instant at, String id) {

  /** Before everything: sorts first in the falling order of every list. */
  static final Cursor START =
      new Cursor(Short.MAX_VALUE, Instant.parse("9999-12-31T23:59:59Z"), "");

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final int LONGEST = 512;

  /** The text for an address. */
  String text() {
    String parts = rank + " " + at + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isPossible() {
    return Identifiers.fault(id) == null && !at.isBefore(EARLIEST) && !at.isAfter(START.at());
  }

  /**
   * Reads the text of an address; the start where there is none.
   *
   * @throws ProblemException 400 where it is none of ours
   */
  static Cursor parse(@Nullable String text) {
    if (text == null) {
      return START;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      List<String> parts = List.of(new String(bytes, StandardCharsets.UTF_8).split(" ", -1));
      if (text.length() <= LONGEST && parts.size() == 3) {
        var cursor =
            new Cursor(Short.parseShort(parts.get(0)), Instant.parse(parts.get(1)), parts.get(2));
        if (cursor.isPossible()) {
          return cursor;
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Falls through to the refusal, which is the same whatever is wrong.
    }
    throw ProblemException.of(
        400, "bad-cursor", "No such page", "The cursor is none that a list has given.");
  }
}
