package dev.attune.intake.form;

import java.util.Locale;

/** What surrounds every page of a form: the language it speaks. */
public record Frame(Locale locale) {

  /** The language tag of the document. */
  public String lang() {
    return locale.toLanguageTag();
  }

  /** The language of the texts, without a country. */
  Locale language() {
    return Locale.of(locale.getLanguage());
  }
}
