package dev.attune.systemtests.client;

import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Somebody who writes to the log past intake: an older or newer version, or a mistake. */
public final class LogWriter implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;

  /** Writes to this broker. */
  public LogWriter(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                20_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Writes bytes into the partition of an episode, and tells where they came to stand. */
  public RecordMetadata write(
      Topic topic,
      String episodeKey,
      @Nullable String key,
      byte[] value,
      Map<String, String> headers) {
    int partition = EpisodePartition.of(episodeKey, Topic.DEFAULT_PARTITIONS);
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    var written = new ProducerRecord<>(topic.topicName(), partition, keyBytes, value);
    headers.forEach(
        (name, text) -> written.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      return producer.send(written).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("not written", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
