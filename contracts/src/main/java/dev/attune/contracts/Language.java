package dev.attune.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language of a form: two small letters of ISO 639-1. */
public final class Language {

  private static final Pattern CODE = Pattern.compile("[a-z]{2}");

  private Language() {}

  /** What is wrong with a code, or null if nothing is; the message does not repeat it. */
  public static @Nullable String fault(String code) {
    return CODE.matcher(code).matches() ? null : "must be two small letters of ISO 639-1, e.g. de";
  }

  static void requireIfPresent(@Nullable String code) {
    if (code != null && fault(code) != null) {
      throw new IllegalArgumentException("language " + fault(code));
    }
  }
}
