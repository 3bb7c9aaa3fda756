package dev.attune.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.Severity;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader of committed records sees when the service crashes while scores and sessions come
 * shuffled.
 */
class ExactlyOnceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int EPISODES = 60;
  private static final double[] TOTALS = {36, 37, 38, 37, 30, 36, 38};
  private static final List<Score> EXAMPLE =
      Stream.of(1, 2, 3, 4, 5, 6, 7)
          .map(week -> Scores.numbered(week, null, TOTALS[week - 1]))
          .toList();

  private final Map<String, Alert> last = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  @TempDir Path stateDir;

  @Test
  void crashes_lose_and_repeat_no_step_of_an_alert() throws Exception {
    List<ProducerRecord<String, byte[]>> shuffled = shuffled();
    try (var kafka = KafkaServer.start();
        var scores = producer(kafka);
        var alerts = reader(kafka)) {
      try (var judging = AlertProcess.start(kafka.bootstrapServers(), stateDir)) {
        for (int i = 0; i < shuffled.size(); i++) {
          sendTwice(scores, shuffled.get(i));
          if (i % 260 == 200) {
            int known = last.size();
            await().atMost(PATIENCE).until(() -> read(alerts) > known);
            judging.crash();
          }
        }
        await().atMost(PATIENCE).until(() -> readAndCountSettled(alerts) == EPISODES);
      }
      readToTheEnd(alerts);
    }

    assertThat(wrong).isEmpty();
    assertThat(standing()).hasSize(EPISODES);
    assertThat(standing())
        .allSatisfy(alert -> {
          assertThat(alert.openedAt()).isEqualTo(Scores.session(5));
          assertThat(alert.evidence().z()).isEqualTo("2.990394");
          assertThat(alert.severity()).isEqualTo(Severity.RED);
          assertThat(alert.steps().getLast().session().id()).isEqualTo("S-7");
        });
  }

  /** The numbers of the sessions are told by the EHR alone. */
  private static List<ProducerRecord<String, byte[]>> shuffled() {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int episode = 0; episode < EPISODES; episode++) {
      for (int week = 1; week <= EXAMPLE.size(); week++) {
        Score score = Scores.inEpisode("E-" + episode, EXAMPLE.get(week - 1));
        SessionRecord held = Sessions.inEpisode("E-" + episode, Sessions.held(week, week));
        records.add(record(Topic.SCORES, score.key().text(), Json.write(score)));
        records.add(record(Topic.SESSIONS, held.key().text(), Json.write(held)));
      }
    }
    Collections.shuffle(records, new Random(20260101));
    return records;
  }

  private List<Alert> standing() {
    return last.values().stream()
        .filter(alert -> !alert.isMark() && alert.status() != AlertStatus.RETRACTED)
        .toList();
  }

  /** Repaired, and with the number that the EHR told. */
  private long readAndCountSettled(KafkaConsumer<String, byte[]> alerts) {
    read(alerts);
    return standing().stream()
        .filter(alert -> alert.status() == AlertStatus.REPAIRED)
        .filter(alert -> alert.openedAt().equals(Scores.session(5)))
        .count();
  }

  private int read(KafkaConsumer<String, byte[]> alerts) {
    alerts
        .poll(Duration.ofMillis(100))
        .forEach(record -> {
          Alert alert = Json.read(record.value(), Alert.class);
          Alert before = last.put(record.key(), alert);
          if (alert.revision() != (before == null ? 1 : before.revision() + 1)) {
            wrong.add(record.key() + " revision " + alert.revision());
          }
        });
    return last.size();
  }

  private void readToTheEnd(KafkaConsumer<String, byte[]> alerts) {
    Map<TopicPartition, Long> ends = alerts.endOffsets(alerts.assignment());
    await()
        .atMost(PATIENCE)
        .until(() -> {
          read(alerts);
          return ends.entrySet().stream()
              .allMatch(end -> alerts.position(end.getKey()) >= end.getValue());
        });
  }

  private static ProducerRecord<String, byte[]> record(Topic topic, String key, byte[] value) {
    int partition = EpisodePartition.of(key, Topic.DEFAULT_PARTITIONS);
    return new ProducerRecord<>(topic.topicName(), partition, key, value);
  }

  private static void sendTwice(
      KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record)
      throws Exception {
    producer.send(record).get();
    producer.send(record).get();
  }

  private static KafkaProducer<String, byte[]> producer(KafkaServer kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static KafkaConsumer<String, byte[]> reader(KafkaServer kafka) {
    var reader =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    reader.assign(
        IntStream.range(0, Topic.DEFAULT_PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topic.ALERTS.topicName(), partition))
            .toList());
    return reader;
  }
}
