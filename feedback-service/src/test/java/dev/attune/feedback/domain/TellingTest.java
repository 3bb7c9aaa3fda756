package dev.attune.feedback.domain;

import static dev.attune.feedback.testing.Episode.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.domain.Telling.Held;
import dev.attune.feedback.testing.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {

  private static final String LOG = "log";

  private final Episode episode = Episode.of("northside", "E-1", "T-1");

  @Test
  void marks_are_never_told() {
    assertThat(Telling.transition(null, LOG, state(1, AlertStatus.NOTED, Severity.INFO))).isEmpty();
  }

  @Test
  void a_mark_that_becomes_an_alert_is_told_and_one_that_is_withdrawn_is_not() {
    Held mark = Held.of(LOG, state(1, AlertStatus.NOTED, Severity.INFO));
    assertThat(Telling.transition(mark, LOG, state(2, AlertStatus.OPEN, Severity.AMBER)))
        .hasValue("OPEN-AMBER-S-5");
    assertThat(Telling.transition(mark, LOG, state(2, AlertStatus.RETRACTED, Severity.AMBER)))
        .isEmpty();
    assertThat(Telling.transition(null, LOG, state(1, AlertStatus.RETRACTED, Severity.RED)))
        .isEmpty();
  }

  @Test
  void a_heavier_sign_is_told_and_a_lighter_one_is_not() {
    Held amber = Held.of(LOG, state(1, AlertStatus.OPEN, Severity.AMBER));
    Held red = Held.of(LOG, state(1, AlertStatus.OPEN, Severity.RED));
    assertThat(Telling.transition(amber, LOG, state(2, AlertStatus.OPEN, Severity.RED)))
        .hasValue("OPEN-RED-S-5");
    assertThat(Telling.transition(red, LOG, state(2, AlertStatus.OPEN, Severity.AMBER))).isEmpty();
  }

  @Test
  void a_standing_is_named_by_the_session_that_brought_it() {
    var opened = step(AlertStatus.OPEN, Severity.RED, 5);
    var recovering = step(AlertStatus.RECOVERING, Severity.RED, 6);
    var again = step(AlertStatus.OPEN, Severity.RED, 7);
    assertThat(Telling.standing(episode.alert(5, 1, List.of(opened)))).isEqualTo("OPEN-RED-S-5");
    assertThat(Telling.standing(episode.alert(5, 4, List.of(opened, recovering, again))))
        .isEqualTo("OPEN-RED-S-7");
  }

  @Test
  void what_follows_a_withdrawal_is_named_by_its_revision_on_the_same_log_only() {
    Held retracted = Held.of(LOG, state(2, AlertStatus.RETRACTED, Severity.RED));
    Alert open = state(3, AlertStatus.OPEN, Severity.RED);
    assertThat(Telling.transition(retracted, LOG, open)).hasValue("OPEN-RED-S-5-3");
    assertThat(Telling.transition(retracted, "made anew", open)).hasValue("OPEN-RED-S-5");
  }

  @Test
  void who_has_heard_of_a_strong_sign_has_heard_of_a_weaker_one() {
    assertThat(Telling.heard(Severity.RED)).containsExactly("HEARD-RED", "HEARD-AMBER");
    assertThat(Telling.heard(Severity.AMBER)).containsExactly("HEARD-AMBER");
    assertThat(Telling.heard(Severity.INFO)).isEmpty();
  }

  @Test
  void only_a_higher_revision_or_another_log_is_news() {
    Held held = Held.of(LOG, state(2, AlertStatus.OPEN, Severity.RED));
    assertThat(Telling.isNews(held, LOG, state(2, AlertStatus.REPAIRED, Severity.RED))).isFalse();
    assertThat(Telling.isNews(held, LOG, state(3, AlertStatus.REPAIRED, Severity.RED))).isTrue();
    assertThat(Telling.isNews(held, "other", state(1, AlertStatus.OPEN, Severity.RED))).isTrue();
    assertThat(Telling.isNews(null, LOG, state(1, AlertStatus.OPEN, Severity.RED))).isTrue();
  }

  @Test
  void what_was_received_three_days_ago_is_just_pushed_still() {
    Instant now = Instant.parse("2026-11-05T10:00:00Z");
    Instant receipt = now.minus(Duration.ofDays(3));
    assertThat(Telling.stillPushed(receipt, now)).isTrue();
    assertThat(Telling.stillPushed(receipt.minusMillis(1), now)).isFalse();
  }

  private Alert state(long revision, AlertStatus status, Severity severity) {
    return episode.alert(5, revision, status, severity);
  }
}
