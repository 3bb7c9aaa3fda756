package dev.attune.feedback.pages;

import dev.attune.web.Languages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How dates and numbers are written for one reader. */
record Writing(Locale locale, ZoneId zone) {

  /** For what a browser asks for; an unreadable header counts as none. */
  static Writing of(@Nullable String acceptLanguage, ZoneId zone) {
    return new Writing(Languages.asked(acceptLanguage), zone);
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
