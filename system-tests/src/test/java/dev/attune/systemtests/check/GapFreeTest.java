package dev.attune.systemtests.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GapFreeTest {
  @Test
  void ids_that_follow_each_other_are_faultless() {
    assertThat(GapFree.breaches(4, List.of(5L, 6L, 7L))).isEmpty();
  }

  @Test
  void a_missed_event_is_caught() {
    assertThat(GapFree.breaches(0, List.of(1L, 2L, 4L)))
        .containsExactly(new Breach("missed after 2", "4"));
  }

  @Test
  void a_missed_first_event_is_caught() {
    assertThat(GapFree.breaches(4, List.of(6L))).hasSize(1);
  }

  @Test
  void a_repeated_event_is_caught() {
    assertThat(GapFree.breaches(0, List.of(1L, 2L, 2L, 3L)))
        .containsExactly(new Breach("told again or out of order", "2"));
  }

  @Test
  void two_swapped_events_are_caught() {
    assertThat(GapFree.breaches(0, List.of(2L, 1L, 3L))).hasSize(2);
  }
}
