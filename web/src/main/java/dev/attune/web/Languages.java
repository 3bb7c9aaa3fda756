package dev.attune.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which pages speak. */
public final class Languages {

  /** Those for which there are texts; the first one is spoken where none of them is asked for. */
  public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final int LONGEST_HEADER = 256;

  private Languages() {}

  /**
   * The language to speak, with the country asked for; an unreadable header counts as none.
   *
   * @param acceptLanguage what a browser asks for
   */
  public static Locale asked(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
      return SPOKEN.getFirst();
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(Languages::spoken)
          .map(asked -> Locale.of(asked.getLanguage(), asked.getCountry()))
          .findFirst()
          .orElse(SPOKEN.getFirst());
    } catch (IllegalArgumentException unreadable) {
      return SPOKEN.getFirst();
    }
  }

  private static boolean spoken(Locale asked) {
    return SPOKEN.stream().anyMatch(ours -> ours.getLanguage().equals(asked.getLanguage()));
  }
}
