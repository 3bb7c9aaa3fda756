package dev.attune.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Clients that look at the log once and end.
 *
 * @param settings the broker's address, and where it asks for them TLS and credentials
 */
public record KafkaClients(Map<String, Object> settings) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int TIMEOUT_MILLIS = 20_000;

  public KafkaClients {
    settings = Map.copyOf(settings);
  }

  /** Clients of a broker that asks for no credentials. */
  public static KafkaClients of(String bootstrapServers) {
    return new KafkaClients(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** The settings of an admin client. */
  public Map<String, Object> admin() {
    return with(
        Map.of(
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
            TIMEOUT_MILLIS / 2,
            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
            TIMEOUT_MILLIS));
  }

  /** A reader of what is committed, in no group. */
  public KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        with(
            Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                4 * 1024 * 1024,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** A writer whose records appear together or not at all; a later one of the name fences it. */
  public KafkaProducer<byte[], byte[]> transactions(String name) {
    return new KafkaProducer<>(
        with(
            Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                name,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                TIMEOUT_MILLIS / 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                TIMEOUT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS / 4,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS / 2,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 * 1024 * 1024)),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** The partitions of a topic. */
  public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("the broker has no topic " + topic);
    }
    return partitions;
  }

  /**
   * Hands on every record of some partitions from their beginning to their present end.
   *
   * @throws IllegalStateException if nothing comes for a minute
   */
  public static void readAll(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Consumer<ConsumerRecord<byte[], byte[]>> to) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    readOn(consumer, to);
  }

  /** Hands on every record from where the consumer stands to the present end. */
  public static void readOn(
      KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      var records = consumer.poll(POLL);
      records.forEach(to);
      if (!records.isEmpty()) {
        giveUp = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("the log could not be read to its end");
      }
    }
  }

  private Map<String, Object> with(Map<String, Object> more) {
    var all = new HashMap<String, Object>();
    all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    all.putAll(more);
    all.putAll(settings);
    all.values().removeIf(Objects::isNull);
    return all;
  }
}
