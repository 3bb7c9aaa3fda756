package dev.attune.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentlyAcknowledgedTest {

  private final RecentlyAcknowledged recent = new RecentlyAcknowledged(new byte[] {1, 2, 3});

  @Test
  void the_first_is_new_and_the_same_again_is_repeated() {
    assertThat(acknowledged("k", "a")).isFalse();
    assertThat(acknowledged("k", "a")).isTrue();
  }

  @Test
  void an_amendment_is_not_repeated_nor_is_taking_it_back() {
    acknowledged("k", "a");

    assertThat(acknowledged("k", "b")).isFalse();
    assertThat(acknowledged("k", "a")).isFalse();
  }

  @Test
  void the_same_content_under_another_key_is_new() {
    acknowledged("k", "a");

    assertThat(acknowledged("l", "a")).isFalse();
  }

  @Test
  void most_of_the_latest_two_hundred_thousand_are_remembered() {
    IntStream.range(0, 200_000).forEach(i -> acknowledged("k" + i, "a"));

    assertThat(IntStream.range(0, 200_000).filter(i -> acknowledged("k" + i, "a")).count())
        .isGreaterThan(100_000);
  }

  private boolean acknowledged(String key, String value) {
    return recent.acknowledged(recent.fingerprint(key, value.getBytes(StandardCharsets.UTF_8)));
  }
}
