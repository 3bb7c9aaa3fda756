package dev.attune.intake.domain;

import dev.attune.instruments.FormGate;
import dev.attune.instruments.FormGate.Obstacle.Code;
import dev.attune.instruments.Item;
import dev.attune.instruments.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a questionnaire may be put on a screen, and in which language. The one place that decides
 * it: what is withheld here is asked nowhere.
 */
public final class Showing {

  private Showing() {}

  /** Why a questionnaire is withheld. */
  public enum Obstacle {
    /** Nobody may ask it on a screen until the clinic has recorded a licence or its key. */
    LICENCE,
    /** The words of its items or of its answers are not here. */
    WORDING
  }

  /**
   * Why the questionnaire may not be shown; empty where it may.
   *
   * @param gate what stands against any form of this instrument
   */
  public static Optional<Obstacle> obstacle(
      Questionnaire asked, FormGate gate, List<String> languages) {
    return switch (gate) {
      case FormGate.Closed closed ->
          Optional.of(
              closed.obstacles().stream().allMatch(o -> o.code() == Code.WORDING_MISSING)
                  ? Obstacle.WORDING
                  : Obstacle.LICENCE);
      case FormGate.Open _ ->
          language(asked, languages).isPresent() ? Optional.empty() : Optional.of(Obstacle.WORDING);
    };
  }

  /**
   * The language in which the questionnaire is shown.
   *
   * @param languages those that will do, the best one first
   */
  public static Optional<String> language(Questionnaire asked, List<String> languages) {
    return languages.stream().filter(language -> speaks(asked, language)).findFirst();
  }

  private static boolean speaks(Questionnaire asked, String language) {
    return !asked.questions().isEmpty()
        && asked.questions().stream()
            .allMatch(question ->
                text(question.item(), asked, language) != null
                    && speaks(question.response(), language));
  }

  private static @Nullable String text(Item item, Questionnaire asked, String language) {
    return item.text().getOrDefault(asked.perspective(), Map.of()).get(language);
  }

  private static boolean speaks(Response response, String language) {
    return switch (response.type()) {
      case YES_NO -> true;
      case VAS, SLIDER, LIKERT, BIPOLAR ->
          speaksAt(response, response.range().min(), language)
              && speaksAt(response, response.range().max(), language);
      case FACES, MIXED -> false;
    };
  }

  private static boolean speaksAt(Response response, BigDecimal value, String language) {
    return response.anchors().stream()
        .anyMatch(
            anchor -> anchor.value().compareTo(value) == 0 && anchor.text().containsKey(language));
  }
}
