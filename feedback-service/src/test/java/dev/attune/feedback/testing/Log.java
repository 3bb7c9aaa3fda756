package dev.attune.feedback.testing;

import dev.attune.contracts.Alert;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

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

  /** Says anything, as if it came of something received at {@code receipt}. */
  public void say(Topic topic, String key, byte[] value, Instant receipt) {
    int partition = EpisodePartition.of(key, producer.partitionsFor(topic.topicName()).size());
    said.add(
        producer.send(
            new ProducerRecord<>(
                topic.topicName(), partition, receipt.toEpochMilli(), key, value)));
  }

  /** Everything that stands on a topic. */
  public static List<ConsumerRecord<String, byte[]>> everything(String servers, Topic topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long waiting =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum()
              - consumer.beginningOffsets(partitions).values().stream()
                  .mapToLong(Long::longValue)
                  .sum();
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (found.size() < waiting) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
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
