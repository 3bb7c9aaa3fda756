package dev.attune.feedback.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How dates and numbers are written for one reader. */
record Writing(Locale locale, ZoneId zone) {

  /** The languages for which there are texts; the first one is spoken where none is asked for. */
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final int LONGEST_HEADER = 256;

  /** For what a browser asks for; an unreadable header counts as none. */
  static Writing of(@Nullable String acceptLanguage, ZoneId zone) {
    return new Writing(locale(acceptLanguage), zone);
  }

  private static Locale locale(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
      return LANGUAGES.getFirst();
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(Writing::spoken)
          .map(asked -> Locale.of(asked.getLanguage(), asked.getCountry()))
          .findFirst()
          .orElse(LANGUAGES.getFirst());
    } catch (IllegalArgumentException unreadable) {
      return LANGUAGES.getFirst();
    }
  }

  private static boolean spoken(Locale asked) {
    return LANGUAGES.stream().anyMatch(ours -> ours.getLanguage().equals(asked.getLanguage()));
  }

  /** The language of the texts, without a country. */
  Locale language() {
    return Locale.of(locale.getLanguage());
  }

  String date(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(at.atZone(zone));
  }

  String number(BigDecimal value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** Without decimals that say nothing. */
  String brief(BigDecimal value, int decimalsAtMost) {
    BigDecimal rounded = value.setScale(decimalsAtMost, RoundingMode.HALF_UP).stripTrailingZeros();
    return number(rounded, Math.max(0, rounded.scale()));
  }
}
