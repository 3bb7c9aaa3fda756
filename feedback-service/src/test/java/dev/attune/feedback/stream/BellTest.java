package dev.attune.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BellTest {

  private static final Duration BRIEF = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Bell bell = new Bell();

  @Test
  void a_silent_bell_is_heard_out() {
    assertThat(bell.ringsWithin(BRIEF).await().indefinitely()).isFalse();
  }

  @Test
  void it_wakes_who_waits() {
    var rings = bell.ringsWithin(LONG).subscribeAsCompletionStage();
    assertThat(rings).isNotDone();
    bell.ring();
    assertThat(rings).isCompletedWithValue(true);
  }

  @Test
  void what_rang_while_nobody_waited_is_not_forgotten_until_it_is_hushed() {
    bell.ring();
    assertThat(bell.ringsWithin(LONG).await().indefinitely()).isTrue();
    bell.hush();
    assertThat(bell.ringsWithin(BRIEF).await().indefinitely()).isFalse();
  }

  @Test
  void it_names_what_has_changed_once() {
    bell.ring("E-1");
    bell.ring("E-2");
    bell.ring("E-1");
    assertThat(bell.hush()).containsExactly("E-1", "E-2");
    assertThat(bell.hush()).isEmpty();
  }

  @Test
  void what_is_too_much_to_name_is_anything() {
    IntStream.range(0, 1000).forEach(n -> bell.ring("E-" + n));
    assertThat(bell.hush()).containsExactly(Bell.ANYTHING);
  }
}
