package dev.attune.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The limit of the way from a post to a person: two stages that copy records exactly once, and
 * nothing else.
 */
final class TwoHops implements AutoCloseable {

  private static final int PARTITIONS = 4;
  private static final int COMMIT_MILLIS = 25;
  private static final int POLL_MILLIS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String bootstrap;
  private final List<String> topics;
  private final List<KafkaStreams> stages;

  /**
   * Starts the stages on topics of their own.
   *
   * @param name tells this run's topics from those of another
   */
  TwoHops(String bootstrap, String name, Path stateDir) throws Exception {
    this.bootstrap = bootstrap;
    this.topics = List.of(name + ".first", name + ".second", name + ".third");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(topics.stream().map(t -> new NewTopic(t, PARTITIONS, (short) 1)).toList())
          .all()
          .get();
    }
    stages = List.of(stage(0, stateDir), stage(1, stateDir));
    stages.forEach(KafkaStreams::start);
  }

  private KafkaStreams stage(int from, Path stateDir) {
    var builder = new StreamsBuilder();
    builder.stream(topics.get(from)).to(topics.get(from + 1));
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.get(from) + ".stage");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    config.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    config.put(
        StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArray().getClass().getName());
    config.put(
        StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArray().getClass().getName());
    return new KafkaStreams(builder.build(), config);
  }

  /** How long records take from the producer's send to a {@code read_committed} reader. */
  Latencies run(Pace pace) {
    var latencies = new Latencies();
    try (var consumer = consumer();
        var producer =
            new KafkaProducer<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrap,
                    ProducerConfig.ACKS_CONFIG,
                    "all"),
                new ByteArraySerializer(),
                new LongSerializer())) {
      warmUp(producer, consumer);
      var reader = Thread.ofPlatform().daemon().start(() -> read(consumer, pace, latencies));
      pace.run(n -> {
        var _ = producer.send(new ProducerRecord<>(topics.getFirst(), System.nanoTime()));
      });
      reader.join(PATIENCE);
      return latencies;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void warmUp(KafkaProducer<byte[], Long> producer, KafkaConsumer<byte[], Long> consumer) {
    int expected = 200;
    for (int n = 0; n < expected; n++) {
      var _ = producer.send(new ProducerRecord<>(topics.getFirst(), 0L));
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int seen = 0; seen < expected; ) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the two stages do not pass records on");
      }
      seen += consumer.poll(Duration.ofMillis(100)).count();
    }
  }

  private static void read(KafkaConsumer<byte[], Long> consumer, Pace pace, Latencies latencies) {
    long deadline = System.nanoTime() + pace.duration().plus(PATIENCE).toNanos();
    while (latencies.count() < pace.count() && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], Long> record : consumer.poll(Duration.ofMillis(100))) {
        latencies.add(System.nanoTime() - record.value());
      }
    }
  }

  private KafkaConsumer<byte[], Long> consumer() {
    var consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new LongDeserializer());
    String last = topics.getLast();
    consumer.assign(
        consumer.partitionsFor(last).stream()
            .map(info -> new TopicPartition(last, info.partition()))
            .toList());
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    return consumer;
  }

  @Override
  public void close() {
    stages.forEach(stage -> stage.close(Duration.ofSeconds(10)));
  }
}
