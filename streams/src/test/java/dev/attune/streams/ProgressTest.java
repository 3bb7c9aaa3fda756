package dev.attune.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void waiting_records_and_no_progress_for_a_minute_is_a_stall() {
    Progress waiting = Progress.from(NOW).look(5, 10, NOW).look(5, 10, NOW.plusSeconds(30));

    assertThat(waiting.isStalled(NOW.plusSeconds(59), MINUTE)).isFalse();
    assertThat(waiting.isStalled(NOW.plusSeconds(60), MINUTE)).isTrue();
  }

  @Test
  void slow_progress_is_no_stall() {
    Progress slow = Progress.from(NOW).look(5, 10, NOW).look(6, 10, NOW.plusSeconds(59));

    assertThat(slow.isStalled(NOW.plusSeconds(100), MINUTE)).isFalse();
  }

  @Test
  void nothing_to_do_is_no_stall() {
    Progress idle = Progress.from(NOW).look(5, 0, NOW);

    assertThat(idle.isStalled(NOW.plusSeconds(3600), MINUTE)).isFalse();
  }

  @Test
  void stall_begins_when_records_begin_to_wait() {
    Progress idle = Progress.from(NOW).look(5, 0, NOW.plusSeconds(3600));
    Progress waiting = idle.look(5, 1, NOW.plusSeconds(3602));

    assertThat(waiting.isStalled(NOW.plusSeconds(3603), MINUTE)).isFalse();
  }

  @Test
  void stall_ends_with_the_first_record_handled() {
    Progress stalled = Progress.from(NOW).look(5, 10, NOW).look(5, 10, NOW.plusSeconds(90));

    assertThat(stalled.look(6, 9, NOW.plusSeconds(91)).isStalled(NOW.plusSeconds(91), MINUTE))
        .isFalse();
  }
}
