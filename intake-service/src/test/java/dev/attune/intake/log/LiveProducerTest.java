package dev.attune.intake.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveProducerTest {

  static Stream<Exception> ends() {
    return Stream.of(
        new IllegalStateException("closed"),
        new ClusterAuthorizationException("no"),
        new SaslAuthenticationException("no"),
        new OutOfOrderSequenceException("lost"),
        new InvalidProducerEpochException("fenced"),
        new KafkaException("in an error state", new ClusterAuthorizationException("no")));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void what_ends_a_producer_is_fatal(Exception failure) {
    assertThat(LiveProducer.isFatal(failure)).isTrue();
  }

  static Stream<Exception> passing() {
    return Stream.of(
        new TimeoutException("late"),
        new NotEnoughReplicasException("two"),
        new TopicAuthorizationException("attune.sessions"),
        new RecordTooLargeException("large"),
        new KafkaException("other"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_befalls_a_record_or_a_topic_is_not(Exception failure) {
    assertThat(LiveProducer.isFatal(failure)).isFalse();
  }

  @Test
  void an_acknowledgement_is_not() {
    @Nullable Exception none = null;

    assertThat(LiveProducer.isFatal(none)).isFalse();
  }
}
