package dev.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** What a reader of committed records sees when scoring crashes again and again. */
class ExactlyOnceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int EPISODES = 20;
  private static final int SESSIONS = 100;

  private final List<String> scored = new ArrayList<>();

  @TempDir Path stateDir;

  @Test
  void crashes_lose_double_and_reorder_nothing() throws Exception {
    try (var kafka = KafkaServer.start();
        var ratings = producer(kafka);
        var scores = reader(kafka)) {
      try (var scoring = ScoringProcess.start(kafka.bootstrapServers(), stateDir)) {
        for (int session = 1; session <= SESSIONS; session++) {
          sendSession(ratings, session);
          read(scores, Duration.ofMillis(20));
          if (session % 30 == 0) {
            awaitScores(scores, 1 + scored.size());
            scoring.crash();
          }
        }
        sendSession(ratings, 1);
        awaitScores(scores, EPISODES * SESSIONS);
      }
      readToTheEnd(scores);
    }

    assertThat(scored).hasSize(EPISODES * SESSIONS);
    assertThat(new HashSet<>(scored)).hasSize(EPISODES * SESSIONS);
    sessionsByEpisode()
        .forEach((episode, sessions) ->
            assertThat(sessions)
                .as(episode)
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(1, SESSIONS).mapToObj(i -> "S-" + i).toList()));
  }

  private Map<String, List<String>> sessionsByEpisode() {
    var sessions = new HashMap<String, List<String>>();
    for (String key : scored) {
      RatingKey rating = RatingKey.parse(key);
      sessions.computeIfAbsent(rating.episode(), _ -> new ArrayList<>()).add(rating.session());
    }
    return sessions;
  }

  /** Every rating is sent twice, as an impatient client does. */
  private static void sendSession(KafkaProducer<String, byte[]> producer, int session)
      throws Exception {
    for (int episode = 0; episode < EPISODES; episode++) {
      Rating rating = Ratings.srs("E-" + episode, session, "9", "9", "9", "8");
      var _ = producer.send(record(rating));
      var _ = producer.send(record(rating));
    }
    producer.flush();
  }

  private static ProducerRecord<String, byte[]> record(Rating rating) {
    String key = rating.key().text();
    return new ProducerRecord<>(
        Topic.RATINGS.topicName(),
        EpisodePartition.of(key, Topic.DEFAULT_PARTITIONS),
        key,
        Json.write(rating));
  }

  private void awaitScores(KafkaConsumer<String, byte[]> scores, int count) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          read(scores, Duration.ofMillis(100));
          return scored.size() >= count;
        });
  }

  private void readToTheEnd(KafkaConsumer<String, byte[]> scores) {
    Map<TopicPartition, Long> ends = scores.endOffsets(scores.assignment());
    await()
        .atMost(PATIENCE)
        .until(() -> {
          read(scores, Duration.ofMillis(100));
          return ends.entrySet().stream()
              .allMatch(end -> scores.position(end.getKey()) >= end.getValue());
        });
  }

  private void read(KafkaConsumer<String, byte[]> scores, Duration patience) {
    scores.poll(patience).forEach(score -> scored.add(score.key()));
  }

  private static KafkaProducer<String, byte[]> producer(KafkaServer kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 5),
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
            .mapToObj(partition -> new TopicPartition(Topic.SCORES.topicName(), partition))
            .toList());
    return reader;
  }
}
