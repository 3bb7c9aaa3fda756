package dev.attune.intake.form;

import dev.attune.instruments.Instrument;
import dev.attune.intake.domain.Questionnaire;
import java.util.List;
import java.util.Map;

/**
 * One instrument on a form.
 *
 * @param number its place on the form, from 1
 * @param count how many there are
 * @param lang the language of its wording
 * @param heading the question above the items, or else its name
 * @param answers how many answers a rating of it holds, asked or not
 */
public record Screen(
    int number,
    int count,
    Instrument instrument,
    String lang,
    String heading,
    int answers,
    List<Ask> asks) {

  static Screen of(int number, int count, Questionnaire shown, String lang) {
    Instrument instrument = shown.instrument();
    String prompt = instrument.prompt().getOrDefault(shown.perspective(), Map.of()).get(lang);
    return new Screen(
        number,
        count,
        instrument,
        lang,
        prompt == null ? instrument.name() : prompt,
        shown.answers(),
        shown.questions().stream().map(one -> Ask.of(one, shown.perspective(), lang)).toList());
  }

  /** Whether it is the first one. */
  public boolean first() {
    return number == 1;
  }

  /** Whether it is the last one, with which the form is sent. */
  public boolean last() {
    return number == count;
  }

  /** Whether most of it is marked on lines. */
  public boolean lines() {
    return asks.stream().filter(ask -> ask.kind() == Ask.Kind.LINE).count() * 2 > asks.size();
  }
}
