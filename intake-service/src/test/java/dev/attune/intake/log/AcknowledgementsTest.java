package dev.attune.intake.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T11:00:00Z"));
  private final Acknowledgements acknowledgements = new Acknowledgements(clock);

  @Test
  void a_few_failures_are_an_accident() {
    fail(Acknowledgements.STREAK - 1);

    assertThat(acknowledgements.failing()).isFalse();
  }

  @Test
  void a_streak_of_them_is_not() {
    fail(Acknowledgements.STREAK);

    assertThat(acknowledgements.failing()).isTrue();
  }

  @Test
  void one_success_ends_a_streak() {
    fail(Acknowledgements.STREAK);

    acknowledgements.succeeded();

    assertThat(acknowledgements.failing()).isFalse();
  }

  @Test
  void a_streak_is_forgotten_so_that_the_log_is_tried_again() {
    fail(Acknowledgements.STREAK);

    clock.pass(Acknowledgements.FORGOTTEN_AFTER.minus(Duration.ofMillis(1)));
    assertThat(acknowledgements.failing()).isTrue();
    clock.pass(Duration.ofMillis(1));
    assertThat(acknowledgements.failing()).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      acknowledgements.failed();
    }
  }
}
