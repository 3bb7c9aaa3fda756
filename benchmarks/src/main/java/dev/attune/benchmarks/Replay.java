package dev.attune.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Stage;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How fast scoring-service and alert-service work through a log of ratings from its beginning,
 * beside the speed at which a plain consumer reads the same log.
 */
final class Replay {

  private static final double GOAL_PER_SECOND = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private Replay() {}

  static Report run(Path root, Path directory, int ratings) throws Exception {
    try (KafkaServer kafka = KafkaServer.start()) {
      String bootstrap = kafka.bootstrapServers();
      fill(bootstrap, ratings);
      double limit = Latencies.median(read(bootstrap), read(bootstrap), read(bootstrap));
      double measured = replay(root, directory, bootstrap, ratings);
      return new Report(
          "replay",
          "%,d ratings through scoring and alert: %,.0f ratings/s; a plain consumer reads %,.0f/s"
              .formatted(ratings, measured, limit),
          measured / limit,
          "goal %,.0f ratings/s: %s"
              .formatted(GOAL_PER_SECOND, measured >= GOAL_PER_SECOND ? "reached" : "missed"));
    }
  }

  private static void fill(String bootstrap, int ratings) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        var producer =
            new KafkaProducer<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrap,
                    ProducerConfig.LINGER_MS_CONFIG,
                    20,
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    256 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      int partitions = partitions(admin, Topic.RATINGS.topicName()).size();
      for (long n = 0; n < ratings; n++) {
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(Bodies.json(n, "T-1"));
        Rating rating = Json.MAPPER.treeToValue(body.put("tenant", "bench"), Rating.class);
        String key = rating.key().text();
        var _ =
            producer.send(
                new ProducerRecord<>(
                    Topic.RATINGS.topicName(),
                    EpisodePartition.of(key, partitions),
                    key.getBytes(StandardCharsets.UTF_8),
                    Json.write(rating)));
      }
    }
  }

  private static double read(String bootstrap) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      String topic = Topic.RATINGS.topicName();
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      long total = consumer.endOffsets(all).values().stream().mapToLong(Long::longValue).sum();
      long start = System.nanoTime();
      long seen = 0;
      while (seen < total) {
        seen += consumer.poll(Duration.ofSeconds(1)).count();
      }
      return seen / ((System.nanoTime() - start) / 1e9);
    }
  }

  /** From the first rating consumed to the last score consumed by alert-service. */
  private static double replay(Path root, Path directory, String bootstrap, int ratings)
      throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        Service _ = service(root, Stage.SCORING, bootstrap, directory);
        Service _ = service(root, Stage.ALERT, bootstrap, directory)) {
      long start = 0;
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        if (start == 0 && consumed(admin, Stage.SCORING, Topic.RATINGS) > 0) {
          start = System.nanoTime();
        }
        if (lag(admin, Stage.SCORING, Topic.RATINGS) == 0
            && lag(admin, Stage.ALERT, Topic.SCORES) == 0) {
          return ratings / ((System.nanoTime() - start) / 1e9);
        }
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
      throw new IllegalStateException("not through after " + PATIENCE);
    }
  }

  private static Service service(Path root, Stage stage, String bootstrap, Path directory) {
    String module = stage.service();
    return Service.start(
        root,
        module,
        "/q/health/started",
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            bootstrap,
            "ATTUNE_STREAMS_STATE_DIR",
            directory.resolve(module).toString(),
            "ATTUNE_STREAMS_INSTANCE_ID",
            "bench-" + module),
        directory);
  }

  private static long consumed(Admin admin, Stage stage, Topic topic) throws Exception {
    return committed(admin, stage, topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The records of a topic that a group has not consumed. The marker that ends a transaction has an
   * offset too, and the last one of a partition counts as consumed.
   */
  private static long lag(Admin admin, Stage stage, Topic topic) throws Exception {
    Map<TopicPartition, Long> committed = committed(admin, stage, topic);
    Map<TopicPartition, OffsetSpec> latest =
        partitions(admin, topic.topicName()).stream()
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(topic.topicName(), p), _ -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .mapToLong(end -> end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L))
        .filter(behind -> behind > 1)
        .sum();
  }

  private static Map<TopicPartition, Long> committed(Admin admin, Stage stage, Topic topic)
      throws Exception {
    var offsets =
        admin.listConsumerGroupOffsets(stage.group()).partitionsToOffsetAndMetadata().get();
    return offsets.entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic.topicName()))
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static List<Integer> partitions(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    Map<String, TopicDescription> described =
        admin.describeTopics(List.of(topic)).allTopicNames().get();
    return described.values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(TopicPartitionInfo::partition)
        .toList();
  }
}
