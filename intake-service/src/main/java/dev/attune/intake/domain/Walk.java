package dev.attune.intake.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a body. A fault is noted with its place and reading goes on behind it, so that a
 * sender learns of everything at once; only what is no JSON ends the walk.
 */
final class Walk implements AutoCloseable {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NAME_SHOWN = 64;

  // Numbers may be long here, so that a too long one is a fault at its place and not the end.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private final Faults faults;

  private Walk(byte[] body, Faults faults) throws IOException {
    this.parser = JSON.createParser(body);
    this.faults = faults;
  }

  /** What is read on the way; null where there were faults. */
  @FunctionalInterface
  interface Way<T> {
    @Nullable T walk(Walk walk) throws IOException;
  }

  /** Reads the value of a field; the parser stands on its first token. */
  @FunctionalInterface
  interface Member {
    void read(String name) throws IOException;
  }

  /** Reads an element of an array; the parser stands on its first token. */
  @FunctionalInterface
  interface Element {
    void read() throws IOException;
  }

  /** Walks over a body. */
  static <T> Reading<T> over(byte[] body, Faults faults, Way<T> way) {
    try (var walk = new Walk(body, faults)) {
      try {
        T value = way.walk(walk);
        return value == null ? new Reading.Illegal<>(faults.all()) : new Reading.Legal<>(value);
      } catch (IOException e) {
        JsonLocation at = walk.parser.currentLocation();
        return new Reading.Unreadable<>(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
      }
    } catch (IOException e) {
      return new Reading.Unreadable<>(1, 1);
    }
  }

  /** The one object that a body is. */
  void body(Fields fields, Member member) throws IOException {
    parser.nextToken();
    object(fields, member);
    parser.skipChildren();
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "trailing content");
    }
  }

  /** An object with known fields: unknown, repeated and missing ones are faults. */
  void object(Fields fields, Member member) throws IOException {
    if (!is(JsonToken.START_OBJECT, "must be an object")) {
      return;
    }
    long seen = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      long bit = fields.bitOf(name);
      parser.nextToken();
      if (bit == 0) {
        fault("is not a field here");
      } else if ((seen & bit) != 0) {
        fault("is there twice");
      } else if (parser.hasToken(JsonToken.VALUE_NULL)) {
        if (fields.requires(bit)) {
          fault("must not be null");
        }
      } else {
        member.read(name);
      }
      seen |= bit;
      parser.skipChildren();
    }
    if (fields.lacks(seen)) {
      fields.noteMissing(seen, place(), faults);
    }
  }

  /** An object with any names; tells whether it is one. */
  boolean entries(Member member) throws IOException {
    if (!is(JsonToken.START_OBJECT, "must be an object")) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (seen.add(name)) {
        member.read(name);
      } else {
        fault("is there twice");
      }
      parser.skipChildren();
    }
    return true;
  }

  /** An array; tells whether it is one. */
  boolean array(Element element) throws IOException {
    if (!is(JsonToken.START_ARRAY, "must be an array")) {
      return false;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.read();
      parser.skipChildren();
    }
    return true;
  }

  @Nullable String text(String expected) throws IOException {
    return is(JsonToken.VALUE_STRING, expected) ? parser.getText() : null;
  }

  /** A number as it was written, null where there is none or one longer than {@code maxLength}. */
  @Nullable String number(int maxLength) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      fault("must be a number");
      return null;
    }
    if (parser.getTextLength() > maxLength) {
      fault("must be a number of at most " + maxLength + " characters");
      return null;
    }
    return parser.getText();
  }

  boolean flag() throws IOException {
    boolean yes = parser.hasToken(JsonToken.VALUE_TRUE);
    if (!yes && !parser.hasToken(JsonToken.VALUE_FALSE)) {
      fault("must be true or false");
    }
    return yes;
  }

  boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  /** Notes a fault of the value at hand. */
  void fault(String message) {
    faults.add(place(), message);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private boolean is(JsonToken token, String otherwise) throws IOException {
    if (parser.hasToken(token)) {
      return true;
    }
    if (parser.currentToken() == null) {
      throw new JsonParseException(parser, "empty");
    }
    fault(otherwise);
    return false;
  }

  private String place() {
    var context = parser.getParsingContext();
    boolean opened =
        parser.hasToken(JsonToken.START_OBJECT) || parser.hasToken(JsonToken.START_ARRAY);
    var at = opened ? context.getParent() : context;
    return at == null ? "" : shown(at.pathAsPointer());
  }

  private static String shown(JsonPointer pointer) {
    var text = new StringBuilder();
    for (JsonPointer at = pointer; !at.matches(); at = at.tail()) {
      text.append('/').append(shown(at.getMatchingProperty()));
    }
    return text.toString();
  }

  /** A part of a pointer: the name, which may be anything, cut to what can be shown. */
  private static String shown(String name) {
    var text = new StringBuilder();
    name.chars().limit(MAX_NAME_SHOWN).forEach(c -> text.append(shown((char) c)));
    return text.toString();
  }

  private static String shown(char c) {
    return switch (c) {
      case '~' -> "~0";
      case '/' -> "~1";
      default -> c < ' ' || c > '~' ? "?" : String.valueOf(c);
    };
  }
}
