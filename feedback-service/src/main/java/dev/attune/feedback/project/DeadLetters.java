package dev.attune.feedback.project;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Records nobody can read: kept with the reason, so that they block nothing and are not lost. */
@Singleton
class DeadLetters {

  private static final String SERVICE = "feedback-service";
  private static final int MAX_BYTES = 2 * 1024 * 1024;
  private static final int TIMEOUT_MS = 10_000;

  private final Producer<byte[], byte[]> producer;
  private final MeterRegistry meters;

  DeadLetters(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers, MeterRegistry meters) {
    this.meters = meters;
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "attune-feedback-dead-letters",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                TIMEOUT_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Keeps every dead one among these records, and takes out of the list what the broker has: so
   * another try writes none of them twice.
   *
   * @throws KafkaException if it does not take one of them
   */
  void keep(List<Told> records) {
    var sent = new ArrayList<Sent>();
    for (Told told : List.copyOf(records)) {
      if (told.entry() instanceof Entry.Dead(DeadReason reason)) {
        sent.add(send(told, reason, true));
      } else {
        records.remove(told);
      }
    }
    for (Sent letter : sent) {
      await(letter);
      records.remove(letter.from());
      count(letter.from(), letter.reason());
    }
  }

  private record Sent(Told from, DeadReason reason, boolean whole, Future<?> acknowledged) {}

  private Sent send(Told from, DeadReason reason, boolean whole) {
    ConsumerRecord<byte[], byte[]> record = from.record();
    return new Sent(
        from, reason, whole, producer.send(letter(record, reason, whole ? record.value() : null)));
  }

  private void await(Sent sent) {
    try {
      sent.acknowledged().get();
    } catch (ExecutionException e) {
      if (sent.whole() && e.getCause() instanceof RecordTooLargeException) {
        // The headers took it over the broker's limit; where it came from is kept all the same.
        await(send(sent.from(), sent.reason(), false));
        return;
      }
      throw new KafkaException("a dead letter was not taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private void count(Told told, DeadReason reason) {
    Counter.builder("attune.dead.letters")
        .description("records nobody could read or handle")
        .tag("topic", told.topic())
        .tag("reason", reason.code())
        .register(meters)
        .increment();
  }

  private ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> from, DeadReason reason, byte @Nullable [] value) {
    String topic = Topic.DEAD_LETTERS.topicName();
    var letter =
        new ProducerRecord<byte[], byte[]>(
            topic, partition(topic, from.key()), from.timestamp(), from.key(), value);
    from.headers().forEach(header -> letter.headers().add(header));
    letter
        .headers()
        .add(Headers.DEAD_REASON, bytes(reason.code()))
        .add(Headers.DEAD_TOPIC, bytes(from.topic()))
        .add(Headers.DEAD_PARTITION, bytes(Integer.toString(from.partition())))
        .add(Headers.DEAD_OFFSET, bytes(Long.toString(from.offset())))
        .add(Headers.DEAD_SERVICE, bytes(SERVICE));
    return letter;
  }

  /** That of the episode, as everywhere on the log; without a key any. */
  private @Nullable Integer partition(String topic, byte @Nullable [] key) {
    return key == null
        ? null
        : EpisodePartition.of(
            new String(key, StandardCharsets.UTF_8), producer.partitionsFor(topic).size());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
