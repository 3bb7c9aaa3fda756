package dev.attune.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The form of the opaque identifiers that come from a clinic's EHR: 1 to 128 characters out of
 * letters, digits and {@code . _ : @ ~ + = -}, starting with a letter or digit.
 *
 * <p>The slash separates the parts of a key on the log, and the other characters left out are those
 * that change their meaning in an address, a header or a terminal.
 */
public final class Identifiers {

  /** The longest identifier, in characters. */
  public static final int MAX_LENGTH = 128;

  private Identifiers() {}

  /**
   * Tells what is wrong with an identifier, without repeating it.
   *
   * @return the fault in words, or null where there is none
   */
  public static @Nullable String fault(@Nullable String id) {
    if (id == null || id.isEmpty()) {
      return "must not be empty";
    }
    if (id.length() > MAX_LENGTH) {
      return "must be at most " + MAX_LENGTH + " characters, was " + id.length();
    }
    if (!hasForm(id)) {
      return "must start with a letter or digit and hold only letters, digits and . _ : @ ~ + = -";
    }
    return null;
  }

  // A loop in place of a regular expression: a rating has a dozen identifiers, each checked twice.
  private static boolean hasForm(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (!isAllowed(id.charAt(i))) {
        return false;
      }
    }
    return isLetterOrDigit(id.charAt(0));
  }

  private static boolean isAllowed(int c) {
    return isLetterOrDigit(c) || "._:@~+=-".indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(int c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
  }

  static String require(String name, @Nullable String id) {
    String fault = fault(id);
    if (id == null || fault != null) {
      throw new IllegalArgumentException(name + " " + fault);
    }
    return id;
  }
}
