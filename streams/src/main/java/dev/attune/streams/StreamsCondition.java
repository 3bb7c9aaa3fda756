package dev.attune.streams;

import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * How a topology is doing.
 *
 * @param state the state of Kafka Streams, null while it waits for its topics
 * @param broker what was last seen of the broker
 * @param lag how many records wait
 * @param stalled records wait, and none was handled for too long
 */
public record StreamsCondition(
    KafkaStreams.@Nullable State state, Broker broker, long lag, boolean stalled) {

  /** What was last seen of the broker. */
  public sealed interface Broker {

    /** Not looked at yet. */
    record Unknown() implements Broker {}

    /** It does not answer. */
    record Silent() implements Broker {}

    /** It answers; some topics may be missing. */
    record Answers(Set<String> missing) implements Broker {

      public Answers {
        missing = Set.copyOf(missing);
      }
    }
  }

  /** Records are being handled, or would be. */
  public boolean isReady() {
    return state == KafkaStreams.State.RUNNING
        && !stalled
        && broker instanceof Broker.Answers(Set<String> missing)
        && missing.isEmpty();
  }

  /** Only a new process can help when this is false; a missing broker is no reason. */
  public boolean isAlive() {
    return state != KafkaStreams.State.ERROR;
  }

  /** In a few words, for health and logs. */
  public String summary() {
    return switch (broker) {
      case Broker.Unknown() -> "starting";
      case Broker.Silent() -> "Kafka does not answer";
      case Broker.Answers(Set<String> missing) when !missing.isEmpty() ->
          "missing topics: " + String.join(", ", missing.stream().sorted().toList());
      case Broker.Answers _ when stalled -> "stalled";
      case Broker.Answers _ -> state == null ? "starting" : state.name();
    };
  }
}
