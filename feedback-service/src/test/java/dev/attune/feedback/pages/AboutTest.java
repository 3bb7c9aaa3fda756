package dev.attune.feedback.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.AlertStatus;
import dev.attune.detection.Rule;
import dev.attune.detection.RuleSet;
import dev.attune.feedback.read.AlertView;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cards and prompts make of the rules that are shipped. */
class AboutTest {

  private static final Frame FRAME = new Frame(Writing.of("en", ZoneOffset.UTC), null, true);

  @ParameterizedTest
  @CsvSource({
    "SRS-01, STRAIN",
    "SRS-02, WEARING_OFF",
    "SRS-06, STAYS_LOW",
    "SRS-08, UNRATED",
    "SRS-09, STRAIN",
    "ORS-01, WORSE",
    "ORS-02, SLOWER",
    "ORS-03, NO_BENEFIT",
    "CLINIC-7, OTHER"
  })
  void a_card_says_what_its_rule_is_about(String rule, About about) {
    assertThat(About.of(Views.alertOf(rule, AlertStatus.OPEN))).isEqualTo(about);
  }

  @Test
  void every_rule_that_is_shipped_has_words_as_an_alert_or_as_a_prompt() {
    RuleSet.load("attune-default").tracks().stream()
        .flatMap(track -> track.rules().stream())
        .map(Rule::id)
        .forEach(rule ->
            assertThat(
                    About.of(Views.alertOf(rule, AlertStatus.OPEN)) != About.OTHER
                        || prompt(rule) != SessionRow.Prompt.Kind.OTHER)
                .as(rule)
                .isTrue());
  }

  @Test
  void what_is_no_strain_is_over_and_not_repaired() {
    AlertCard low = card(Views.alertOf("SRS-06", AlertStatus.REPAIRED));
    AlertCard strain = card(Views.alertOf("SRS-01", AlertStatus.REPAIRED));

    assertThat(low.isOver(low.status())).isTrue();
    assertThat(strain.isOver(strain.status())).isFalse();
  }

  private static AlertCard card(AlertView alert) {
    return EpisodePage.of(FRAME, Views.episode("C-1", List.of(alert), List.of()))
        .earlier()
        .getFirst();
  }

  private static SessionRow.Prompt.Kind prompt(String rule) {
    var mark = Views.mark(rule, AlertStatus.NOTED, "1");
    return EpisodePage.of(FRAME, Views.episode("C-1", List.of(), List.of(mark)))
        .rows()
        .getFirst()
        .prompts()
        .getFirst()
        .kind();
  }
}
