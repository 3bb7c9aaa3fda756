package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a long form says about the short forms that are part of it. */
class ShortFormsTest {

  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final Instrument WAI36 = Definitions.shipped("wai36");
  private static final Instrument WAI_S = Definitions.shipped("wai-s");
  private static final Instrument WAI_SR = Definitions.shipped("wai-sr");

  private static final List<BigDecimal> NUMBERED =
      IntStream.rangeClosed(1, 36).mapToObj(i -> BigDecimal.valueOf(1 + i % 7)).toList();

  @Test
  void long_form_gives_the_answers_to_the_short_form_by_item_number() {
    List<@Nullable BigDecimal> answers = ShortForms.answers(WAI_S, WAI36, NUMBERED);

    assertThat(answers)
        .containsExactlyElementsOf(
            IntStream.of(2, 4, 8, 12, 21, 22, 23, 24, 26, 27, 32, 35)
                .mapToObj(i -> NUMBERED.get(i - 1))
                .toList());
  }

  @Test
  void one_administration_scores_the_short_form_of_every_perspective() {
    for (Perspective perspective : WAI36.perspectives()) {
      var respondent = new Respondent(perspective, AgeBand.ADULT);

      Map<String, Scored> scores = ShortForms.scores(CATALOGUE, WAI36, NUMBERED, respondent);

      assertThat(scores).containsOnlyKeys("wai-s");
      assertThat(scores.get("wai-s"))
          .isEqualTo(Scoring.score(WAI_S, ShortForms.answers(WAI_S, WAI36, NUMBERED), respondent));
    }
  }

  @Test
  void what_is_missing_in_the_long_form_is_missing_in_the_short_one() {
    List<@Nullable BigDecimal> answers = new ArrayList<>(NUMBERED);
    answers.set(1, null);

    assertThat(ShortForms.answers(WAI_S, WAI36, answers)).first().isNull();
  }

  @Test
  void answers_never_cross_between_ranges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShortForms.answers(WAI_SR, WAI36, NUMBERED))
        .withMessage(
            "wai-sr is answered from 1 to 5 and wai36 from 1 to 7: neither turns into the other");
  }

  @Test
  void form_that_is_no_part_of_the_other_gets_no_answers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShortForms.answers(Definitions.shipped("haq2"), WAI36, NUMBERED));
  }

  @Test
  void item_keeps_its_side_and_its_reversal_in_the_short_form() {
    List<Integer> items = Objects.requireNonNull(WAI_S.crosswalk()).items();

    for (int number = 1; number <= items.size(); number++) {
      int before = items.get(number - 1);
      assertThat(WAI_S.reverse().contains(number)).isEqualTo(WAI36.reverse().contains(before));
      for (String scale : List.of("task", "bond", "goal")) {
        assertThat(WAI_S.scale(scale).orElseThrow().items().contains(number))
            .as("item %d in %s", number, scale)
            .isEqualTo(WAI36.scale(scale).orElseThrow().items().contains(before));
      }
    }
  }

  @Test
  void revised_short_form_moved_two_items_between_tasks_and_goals() {
    List<Integer> items = Objects.requireNonNull(WAI_SR.crosswalk()).items();
    List<Integer> moved = new ArrayList<>();
    for (String scale : List.of("task", "bond", "goal")) {
      for (int number : WAI_SR.scale(scale).orElseThrow().items()) {
        int before = items.get(number - 1);
        assertThat(WAI36.reverse()).doesNotContain(before);
        if (!WAI36.scale(scale).orElseThrow().items().contains(before)) {
          moved.add(number);
        }
      }
    }

    assertThat(moved).containsExactlyInAnyOrder(1, 8);
  }
}
