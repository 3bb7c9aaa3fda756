package dev.attune.systemtests.check;

import static dev.attune.contracts.AlertStatus.OPEN;
import static dev.attune.contracts.AlertStatus.RECOVERING;
import static dev.attune.contracts.AlertStatus.REPAIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Alert;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldOnceTest {
  private static final String KEY = "northside/E-1/alr_1";
  private final List<Logged<Alert>> life =
      List.of(
          Planted.logged(0, Planted.alert("alr_1", 1, OPEN)),
          Planted.logged(1, Planted.alert("alr_1", 2, OPEN, RECOVERING)),
          Planted.logged(2, Planted.alert("alr_1", 3, OPEN, RECOVERING, REPAIRED)));

  @Test
  void a_life_told_step_by_step_is_faultless() {
    assertThat(ToldOnce.breaches(life)).isEmpty();
  }

  @Test
  void a_second_alert_after_the_first_was_repaired_is_faultless() {
    var second = Planted.logged(3, Planted.alert("alr_2", 1, OPEN));

    assertThat(ToldOnce.breaches(Planted.with(life, log -> log.add(second)))).isEmpty();
  }

  @Test
  void a_lost_transition_is_caught() {
    assertThat(ToldOnce.breaches(Planted.with(life, log -> log.remove(1))))
        .containsExactly(new Breach("revision 3 in place of 2", KEY));
  }

  @Test
  void a_repeated_revision_is_caught() {
    assertThat(ToldOnce.breaches(Planted.with(life, log -> log.add(2, life.get(1)))))
        .containsExactly(
            new Breach("revision 2 in place of 3", KEY),
            new Breach("told again without a change", KEY));
  }

  @Test
  void two_swapped_transitions_are_caught() {
    assertThat(ToldOnce.breaches(Planted.with(life, log -> log.add(log.remove(1)))))
        .contains(new Breach("revision 3 in place of 2", KEY));
  }

  @Test
  void an_alert_raised_again_by_a_replay_is_caught() {
    assertThat(ToldOnce.breaches(Planted.with(life, log -> log.add(life.getFirst()))))
        .containsExactly(new Breach("revision 1 in place of 4", KEY));
  }

  @Test
  void an_alert_raised_again_under_another_id_is_caught() {
    var again = Planted.logged(1, Planted.alert("alr_2", 1, OPEN));

    assertThat(ToldOnce.breaches(List.of(life.getFirst(), again)))
        .containsExactly(new Breach("open beside another of its family", "northside/E-1/alr_2"));
  }

  @Test
  void a_state_told_twice_under_new_revisions_is_caught() {
    var same = Planted.logged(1, Planted.alert("alr_1", 2, OPEN));

    assertThat(ToldOnce.breaches(List.of(life.getFirst(), same)))
        .containsExactly(new Breach("told again without a change", KEY));
  }

  @Test
  void an_alert_under_the_key_of_another_tenant_is_caught() {
    String wrong = "southside/E-1/alr_1";

    assertThat(ToldOnce.breaches(List.of(new Logged<>(0, 0, wrong, life.getFirst().value()))))
        .containsExactly(new Breach("under the key of another alert", wrong));
  }
}
