package dev.attune.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.streams.ThreadDeaths.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadDeathsTest {

  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
  private final Throwable bug = new StreamsException(new IllegalStateException());

  private final ThreadDeaths deaths =
      new ThreadDeaths(
          Samples.options(
                  Map.of(
                      "replacement.limit", "4",
                      "replacement.window", "1m",
                      "replacement.pause", "1s",
                      "replacement.longest-pause", "5s"))
              .replacement());

  @Test
  void pause_doubles_up_to_the_longest() {
    assertThat(IntStream.range(0, 4).mapToObj(_ -> deaths.died(bug, NOW)))
        .containsExactly(replace(1), replace(2), replace(4), replace(5));
  }

  @Test
  void one_death_too_many_within_the_window_is_the_end() {
    IntStream.range(0, 4).forEach(i -> deaths.died(bug, NOW.plusSeconds(i)));

    assertThat(deaths.died(bug, NOW.plusSeconds(59))).isEqualTo(new Verdict.GiveUp());
  }

  @Test
  void deaths_before_the_window_are_forgiven() {
    IntStream.range(0, 4).forEach(_ -> deaths.died(bug, NOW));

    assertThat(deaths.died(bug, NOW.plusSeconds(60))).isEqualTo(replace(1));
  }

  @Test
  void broker_that_does_not_answer_never_ends_it() {
    var silent = new StreamsException(new TimeoutException());

    assertThat(IntStream.range(0, 100).mapToObj(_ -> deaths.died(silent, NOW)))
        .containsOnly(replace(5));
    assertThat(deaths.died(bug, NOW)).isEqualTo(replace(1));
  }

  @Test
  void missing_topic_never_ends_it() {
    var missing = new MissingSourceTopicException("gone");

    assertThat(IntStream.range(0, 100).mapToObj(_ -> deaths.died(missing, NOW)))
        .containsOnly(replace(5));
  }

  private static Verdict replace(int seconds) {
    return new Verdict.Replace(Duration.ofSeconds(seconds));
  }
}
