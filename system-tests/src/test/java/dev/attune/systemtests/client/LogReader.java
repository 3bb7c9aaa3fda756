package dev.attune.systemtests.client;

import dev.attune.contracts.Topic;
import dev.attune.systemtests.check.Logged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows one topic and keeps what it has read. */
final class LogReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final List<RawRecord> seen = new ArrayList<>();

  LogReader(String bootstrapServers, Topic topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic.topicName(), PATIENCE).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Everything up to what is committed now. */
  List<RawRecord> read() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (partitions.stream().anyMatch(p -> consumer.position(p, PATIENCE) < end(ends, p))) {
      consumer.poll(STEP).forEach(consumed -> seen.add(rawRecord(consumed)));
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("the log could not be read to its end");
      }
    }
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return Objects.requireNonNullElse(ends.get(partition), 0L);
  }

  private static RawRecord rawRecord(ConsumerRecord<byte[], byte[]> consumed) {
    var headers = new LinkedHashMap<String, String>();
    consumed.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return new RawRecord(
        new Logged<>(
            consumed.partition(), consumed.offset(), text(consumed.key()), consumed.value()),
        Map.copyOf(headers));
  }

  private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
