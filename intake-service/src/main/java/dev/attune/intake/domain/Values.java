package dev.attune.intake.domain;

import dev.attune.contracts.Identifiers;
import dev.attune.contracts.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values that ratings and sessions are made of. Each reads the value at hand, or notes what is
 * wrong with it and gives null.
 */
final class Values {

  /** How far another clock may be ahead of ours. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** The longest comment, in characters. */
  static final int MAX_COMMENT = 4_000;

  static final String IN_THE_FUTURE = "must not lie in the future";

  private static final int MAX_NUMBER = 64;
  private static final int MAX_DIGITS = 20;
  private static final int MAX_INSTANT = 40;
  private static final int MAX_SESSION_NUMBER = 100_000;

  private final Walk walk;
  private final Instant now;

  Values(Walk walk, Instant now) {
    this.walk = walk;
    this.now = now;
  }

  @Nullable String identifier() throws IOException {
    String id = walk.text("must be a string");
    String fault = id == null ? null : Identifiers.fault(id);
    if (fault != null) {
      walk.fault(fault);
      return null;
    }
    return id;
  }

  /** The language of a form. */
  @Nullable String language() throws IOException {
    String code = walk.text("must be a string");
    String fault = code == null ? null : Language.fault(code);
    if (fault != null) {
      walk.fault(fault);
      return null;
    }
    return code;
  }

  /** A decimal, exactly as written. */
  @Nullable BigDecimal decimal() throws IOException {
    String text = walk.number(MAX_NUMBER);
    if (text == null) {
      return null;
    }
    try {
      var value = new BigDecimal(text);
      long digitsBeforePoint = (long) value.precision() - value.scale();
      if (digitsBeforePoint <= MAX_DIGITS && value.scale() <= MAX_DIGITS) {
        return value;
      }
    } catch (NumberFormatException e) {
      // An exponent beyond what Java holds: as far out of range as the ones below.
    }
    walk.fault("must have at most " + MAX_DIGITS + " digits before and after the point");
    return null;
  }

  /** A session's place in its episode, from 1. */
  @Nullable Integer sessionNumber() throws IOException {
    return whole(MAX_SESSION_NUMBER);
  }

  /** A whole number from 1. */
  @Nullable Integer whole(int max) throws IOException {
    String text = walk.number(MAX_NUMBER);
    if (text == null) {
      return null;
    }
    try {
      int number = Integer.parseInt(text);
      if (1 <= number && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Not whole, or larger than an int.
    }
    walk.fault("must be a whole number from 1 to " + max);
    return null;
  }

  /** A moment from 1970 until now. */
  @Nullable Instant past() throws IOException {
    return planned(CLOCKS_DIFFER);
  }

  /** A moment from 1970 until {@code ahead} of now. */
  @Nullable Instant planned(Duration ahead) throws IOException {
    String text = walk.text("must be a string");
    if (text == null) {
      return null;
    }
    Instant at = parsed(text);
    String fault = null;
    if (at == null) {
      fault = "must be an ISO 8601 date and time with offset, e.g. 2026-11-02T10:00:00Z";
    } else if (at.isBefore(Instant.EPOCH)) {
      fault = "must not lie before 1970";
    } else if (at.isAfter(now.plus(ahead))) {
      fault = IN_THE_FUTURE;
    }
    if (fault != null) {
      walk.fault(fault);
      return null;
    }
    return at;
  }

  <E extends Enum<E>> @Nullable E oneOf(E[] constants) throws IOException {
    String text = walk.text("must be a string");
    for (E constant : constants) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    if (text != null) {
      walk.fault(
          Arrays.stream(constants)
              .map(Enum::name)
              .collect(Collectors.joining(", ", "must be one of ", "")));
    }
    return null;
  }

  /** One of a few words. */
  @Nullable String oneOf(List<String> words) throws IOException {
    String text = walk.text("must be a string");
    if (text != null && !words.contains(text)) {
      walk.fault("must be one of " + String.join(", ", words));
      return null;
    }
    return text;
  }

  /** Free text that every store and browser behind us can hold. */
  @Nullable String comment() throws IOException {
    String text = walk.text("must be a string");
    if (text != null && text.length() > MAX_COMMENT) {
      walk.fault("must be at most " + MAX_COMMENT + " characters, was " + text.length());
      return null;
    }
    if (text != null && !isPlain(text)) {
      walk.fault("must hold no control characters but tab and line breaks");
      return null;
    }
    return text;
  }

  private static @Nullable Instant parsed(String text) {
    try {
      return text.length() > MAX_INSTANT ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** No control characters, and no half of a surrogate pair, which UTF-8 cannot carry. */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .allMatch(c ->
            c == '\t'
                || c == '\n'
                || c == '\r'
                || !(Character.isISOControl(c)
                    || (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE)));
  }
}
