package dev.attune.systemtests.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.AlertStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {
  private static final String SCORE = "S-1/srs/CLIENT/C-E-1";
  private static final Shown LOG =
      Shown.onLog(
          List.of(Planted.logged(0, Planted.score("northside", "E-1", 1))),
          List.of(
              Planted.logged(0, Planted.alert("alr_1", 1, AlertStatus.OPEN)),
              Planted.logged(
                  1, Planted.alert("alr_1", 2, AlertStatus.OPEN, AlertStatus.RECOVERING))));

  @Test
  void a_read_model_with_the_latest_of_everything_equals_the_log() {
    assertThat(LOG.differences(model("COMPLETE 30.1", "2 RED RECOVERING"))).isEmpty();
  }

  @Test
  void a_score_that_was_not_projected_is_caught() {
    assertThat(LOG.differences(new Shown(Map.of(), LOG.alerts())))
        .containsExactly(new Breach("score on the log is not shown", SCORE));
  }

  @Test
  void a_stale_alert_is_caught() {
    assertThat(LOG.differences(model("COMPLETE 30.1", "1 RED OPEN")))
        .containsExactly(
            new Breach("alert shown as 1 RED OPEN, on the log 2 RED RECOVERING", "alr_1"));
  }

  @Test
  void a_wrong_total_is_caught() {
    assertThat(LOG.differences(model("COMPLETE 31", "2 RED RECOVERING"))).hasSize(1);
  }

  @Test
  void something_that_is_only_shown_is_caught() {
    assertThat(Shown.onLog(List.of(), List.of()).differences(LOG)).hasSize(2);
  }

  @Test
  void what_a_tombstone_erased_is_not_expected() {
    var score = Planted.logged(0, Planted.score("northside", "E-1", 1));
    var tombstone = new Logged<dev.attune.contracts.Score>(score.partition(), 1, score.key(), null);

    assertThat(Shown.onLog(List.of(score, tombstone), List.of()).scores()).isEmpty();
  }

  private static Shown model(String score, String alert) {
    return new Shown(Map.of(SCORE, score), Map.of("alr_1", alert));
  }
}
