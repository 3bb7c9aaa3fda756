package dev.attune.intake.form;

import static java.util.Objects.requireNonNull;

import dev.attune.instruments.Perspective;
import dev.attune.instruments.Response;
import dev.attune.intake.domain.Questionnaire.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question on a screen.
 *
 * @param place of its answer among those of the rating, from 0
 * @param after the place of the yes that it waits for
 * @param low what stands at the lower end; empty for yes or no
 * @param high what stands at the upper end
 * @param options what can be chosen; empty for a line
 */
public record Ask(
    int place,
    @Nullable Integer after,
    String text,
    Kind kind,
    Response response,
    String low,
    String high,
    List<Option> options) {

  /** Longer words stand in a column of their own. */
  private static final int LONG = 30;

  /** How a question looks. */
  public enum Kind {
    /** A line between two words. */
    LINE,
    /** A row of places between two words. */
    ROW,
    /** Every answer has its own words. */
    WORDS,
    /** Yes or no. */
    YES_NO
  }

  /**
   * One answer that can be chosen.
   *
   * @param text its words, empty where only the ends have some
   */
  public record Option(String value, String text) {}

  static Ask of(Question question, Perspective perspective, String lang) {
    Response response = question.response();
    Kind kind = kind(response, lang);
    boolean ends = kind != Kind.YES_NO;
    return new Ask(
        question.place(),
        question.after(),
        requireNonNull(requireNonNull(question.item().text().get(perspective)).get(lang)),
        kind,
        response,
        ends ? words(response, response.range().min(), lang) : "",
        ends ? words(response, response.range().max(), lang) : "",
        kind == Kind.LINE ? List.of() : options(response, lang));
  }

  /** The lowest answer. */
  public String min() {
    return response.range().min().toPlainString();
  }

  /** The highest answer. */
  public String max() {
    return response.range().max().toPlainString();
  }

  /** The distance between two answers. */
  public String step() {
    return requireNonNull(response.step()).toPlainString();
  }

  /** Whether the words of an answer need a whole line. */
  public boolean wordy() {
    return options.stream().anyMatch(option -> option.text().length() > LONG);
  }

  private static Kind kind(Response response, String lang) {
    return switch (response.type()) {
      case VAS, SLIDER -> Kind.LINE;
      case YES_NO -> Kind.YES_NO;
      case BIPOLAR -> Kind.ROW;
      case LIKERT ->
          options(response, lang).stream().anyMatch(option -> option.text().isEmpty())
              ? Kind.ROW
              : Kind.WORDS;
      case FACES, MIXED -> throw new IllegalStateException("withheld: it has no words");
    };
  }

  private static List<Option> options(Response response, String lang) {
    List<Option> options = new ArrayList<>();
    BigDecimal step = requireNonNull(response.step());
    BigDecimal max = response.range().max();
    for (BigDecimal value = response.range().min();
        value.compareTo(max) <= 0;
        value = value.add(step)) {
      options.add(new Option(value.toPlainString(), words(response, value, lang)));
    }
    return options;
  }

  private static String words(Response response, BigDecimal value, String lang) {
    return response.anchors().stream()
        .filter(anchor -> anchor.value().compareTo(value) == 0)
        .map(anchor -> anchor.text().getOrDefault(lang, ""))
        .findFirst()
        .orElse("");
  }
}
