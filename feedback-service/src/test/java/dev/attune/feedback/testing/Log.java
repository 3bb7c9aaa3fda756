package dev.attune.feedback.testing;

import dev.attune.contracts.Alert;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Says things on the log. */
public final class Log implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> said = new ArrayList<>();

  public Log(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Says a score. */
  public void say(Score score) {
    say(Topic.SCORES, score.key().text(), Json.write(score), Instant.now());
  }

  /** Says what became of a session. */
  public void say(SessionRecord session) {
    say(Topic.SESSIONS, session.key().text(), Json.write(session), Instant.now());
  }

  /** Says a state of an alert. */
  public void say(Alert alert) {
    say(Topic.ALERTS, alert.key().text(), Json.write(alert), Instant.now());
  }

  /** Erases what is under a key. */
  public void erase(Topic topic, String key) {
    say(topic, key, null, Instant.now());
  }

  /** Says anything, as if it came of something received at {@code receipt}. */
  public void say(Topic topic, String key, byte @Nullable [] value, Instant receipt) {
    int partition = EpisodePartition.of(key, producer.partitionsFor(topic.topicName()).size());
    said.add(
        producer.send(
            new ProducerRecord<>(
                topic.topicName(), partition, receipt.toEpochMilli(), key, nullable(value))));
  }

  @SuppressWarnings("NullAway") // a tombstone has no value, which the library does not declare
  private static byte[] nullable(byte @Nullable [] value) {
    return value;
  }

  /** Returns once the broker has everything. */
  public void flush() {
    producer.flush();
    said.forEach(Future::resultNow);
    said.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}
