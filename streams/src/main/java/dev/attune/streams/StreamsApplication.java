package dev.attune.streams;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * What a service runs.
 *
 * @param service the service's name, in the headers of what it publishes and gives up
 * @param applicationId the consumer group, the prefix of transactions and of changelog topics
 * @param topology reads, handles and writes
 * @param topics every topic that has to be there before it can run
 */
public record StreamsApplication(
    String service, String applicationId, Topology topology, Set<String> topics) {

  public StreamsApplication {
    topics = Set.copyOf(topics);
  }

  /** Begins to put an application together. */
  public static Plan plan(String service, String applicationId, StreamMeters meters) {
    return new Plan(service, applicationId, meters);
  }

  /** An application being put together: every step sees every store and may write every event. */
  public static final class Plan {

    private final String service;
    private final String applicationId;
    private final StreamMeters meters;
    private final List<Reading<?, ?>> readings = new ArrayList<>();
    private final List<StoreBuilder<?>> stores = new ArrayList<>();
    private final Set<EventType> writes = new LinkedHashSet<>();

    private Plan(String service, String applicationId, StreamMeters meters) {
      this.service = service;
      this.applicationId = applicationId;
      this.meters = meters;
    }

    /** Reads a topic; what cannot be read becomes a dead letter before it reaches the step. */
    public <K, V> Plan read(RecordFormat<K, V> format, Supplier<? extends Step<K, V>> step) {
      readings.add(new Reading<>(format, step));
      return this;
    }

    /** Keeps a store, see {@link StoreFormat}. */
    public Plan keep(StoreBuilder<?> store) {
      stores.add(store);
      return this;
    }

    /** Publishes events of this kind. */
    public Plan write(EventType event) {
      writes.add(event);
      return this;
    }

    /** The finished application. */
    public StreamsApplication build() {
      var topology = new Topology();
      var topics = new LinkedHashSet<String>();
      readings.forEach(reading -> topics.add(reading.addTo(topology, service, meters)));
      String[] steps = readings.stream().map(Reading::name).toArray(String[]::new);
      stores.forEach(store -> topology.addStateStore(store, steps));
      writes.forEach(event -> topics.add(addSink(topology, event.topic(), steps)));
      topics.add(addSink(topology, Topic.DEAD_LETTERS, steps));
      return new StreamsApplication(service, applicationId, topology, topics);
    }

    private static String addSink(Topology topology, Topic topic, String[] steps) {
      topology.addSink(
          topic.topicName(),
          topic.topicName(),
          new ByteArraySerializer(),
          new ByteArraySerializer(),
          new EpisodePartitioner(),
          steps);
      return topic.topicName();
    }
  }

  private record Reading<K, V>(RecordFormat<K, V> format, Supplier<? extends Step<K, V>> step) {

    String name() {
      return "handle " + topic();
    }

    String topic() {
      return format.event().topic().topicName();
    }

    String addTo(Topology topology, String service, StreamMeters meters) {
      String source = "read " + topic();
      topology.addSource(source, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic());
      topology.addProcessor(
          name(), () -> new StepProcessor<>(service, format, step.get(), meters), source);
      return topic();
    }
  }
}
