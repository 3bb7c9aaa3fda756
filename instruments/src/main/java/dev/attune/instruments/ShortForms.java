package dev.attune.instruments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What answers to a long form say about the short forms that are part of it. */
public final class ShortForms {

  private ShortForms() {}

  /**
   * The scores of every short form whose items were asked with the same range of answers, by its
   * id.
   *
   * @param answers raw, to the long form
   */
  public static Map<String, Scored> scores(
      Catalogue catalogue,
      Instrument longForm,
      List<? extends @Nullable BigDecimal> answers,
      Respondent respondent) {
    Map<String, Scored> scores = new LinkedHashMap<>();
    for (Instrument shortForm : catalogue.all()) {
      Crosswalk crosswalk = shortForm.crosswalk();
      if (crosswalk != null
          && crosswalk.from().equals(longForm.id())
          && shortForm.perspectives().contains(respondent.perspective())
          && shortForm.response().isComparableWith(longForm.response())) {
        List<@Nullable BigDecimal> some = answers(shortForm, longForm, answers);
        scores.put(shortForm.id(), Scoring.score(shortForm, some, respondent));
      }
    }
    return scores;
  }

  /**
   * Raw answers to the short form.
   *
   * @throws IllegalArgumentException if it is no part of the long form, or if its answers have
   *     another range: how one would turn into the other is not known
   */
  public static List<@Nullable BigDecimal> answers(
      Instrument shortForm, Instrument longForm, List<? extends @Nullable BigDecimal> answers) {
    Crosswalk crosswalk = shortForm.crosswalk();
    if (crosswalk == null || !crosswalk.from().equals(longForm.id())) {
      throw new IllegalArgumentException(shortForm.id() + " is no part of " + longForm.id());
    }
    if (!shortForm.response().isComparableWith(longForm.response())) {
      throw new IllegalArgumentException(
          "%s is answered from %s and %s from %s: neither turns into the other"
              .formatted(
                  shortForm.id(),
                  told(shortForm.response().range()),
                  longForm.id(),
                  told(longForm.response().range())));
    }
    List<@Nullable BigDecimal> some = new ArrayList<>();
    for (int item : Objects.requireNonNull(crosswalk).items()) {
      some.add(answers.get(item - 1));
    }
    return some;
  }

  private static String told(Range range) {
    return range.min().toPlainString() + " to " + range.max().toPlainString();
  }
}
