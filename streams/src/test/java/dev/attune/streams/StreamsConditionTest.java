package dev.attune.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.streams.StreamsCondition.Broker;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsConditionTest {

  private static final Broker WELL = new Broker.Answers(Set.of());

  @Test
  void running_with_broker_and_topics_is_ready() {
    assertThat(condition(State.RUNNING, WELL).isReady()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
  void every_other_state_is_not_ready(State state) {
    assertThat(condition(state, WELL).isReady()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "ERROR")
  void every_state_but_error_is_alive(State state) {
    assertThat(condition(state, new Broker.Silent()).isAlive()).isTrue();
  }

  @Test
  void error_for_good_is_not_alive() {
    assertThat(condition(State.ERROR, WELL).isAlive()).isFalse();
  }

  @Test
  void silent_broker_is_not_ready_and_is_told() {
    StreamsCondition silent = condition(State.RUNNING, new Broker.Silent());

    assertThat(silent.isReady()).isFalse();
    assertThat(silent.summary()).isEqualTo("Kafka does not answer");
  }

  @Test
  void missing_topics_are_not_ready_and_are_named() {
    StreamsCondition waiting =
        condition(null, new Broker.Answers(Set.of("attune.scores", "attune.ratings")));

    assertThat(waiting.isReady()).isFalse();
    assertThat(waiting.summary()).isEqualTo("missing topics: attune.ratings, attune.scores");
  }

  @Test
  void stall_is_not_ready_and_is_told() {
    var stalled = new StreamsCondition(State.RUNNING, WELL, 7, true);

    assertThat(stalled.isReady()).isFalse();
    assertThat(stalled.summary()).isEqualTo("stalled");
  }

  private static StreamsCondition condition(@Nullable State state, Broker broker) {
    return new StreamsCondition(state, broker, 0, false);
  }
}
