package dev.attune.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedKafkaTest {

  private static final String TOPIC = Topic.DEAD_LETTERS.topicName();

  private Path directory;
  private EmbeddedKafka server;

  @BeforeAll
  void start(@TempDir Path temporary) {
    directory = temporary;
    server = EmbeddedKafka.start(directory.resolve("with space"), Loopback.freePort());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void every_topic_has_its_policy_and_partitions() throws Exception {
    try (Admin admin = Admin.create(toServer())) {
      for (Topic topic : Topic.values()) {
        String name = topic.topicName();
        assertThat(admin.describeTopics(List.of(name)).allTopicNames().get().values())
            .singleElement()
            .satisfies(it -> assertThat(it.partitions()).hasSize(Topic.DEFAULT_PARTITIONS));
        assertThat(settings(admin, name)).containsAllEntriesOf(topic.policy());
      }
    }
  }

  @Test
  void what_cannot_be_made_again_is_on_the_disk_before_it_is_acknowledged() throws Exception {
    try (Admin admin = Admin.create(toServer())) {
      for (Topic topic : List.of(Topic.RATINGS, Topic.SESSIONS, Topic.DEAD_LETTERS)) {
        assertThat(settings(admin, topic.topicName())).containsEntry("flush.messages", "1");
      }
    }
  }

  @Test
  void acknowledged_records_survive_a_kill() throws Exception {
    List<String> sent = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
    send(sent);
    long before = server.pid();

    server.kill();
    server.restart();

    assertThat(server.pid()).isNotEqualTo(before);
    assertThat(everything(sent.size())).containsExactlyInAnyOrderElementsOf(sent);
  }

  private static Map<String, String> settings(Admin admin, String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var settings = new HashMap<String, String>();
    for (Config config : admin.describeConfigs(List.of(resource)).all().get().values()) {
      config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
    }
    return settings;
  }

  private void send(List<String> values) throws Exception {
    var settings = new HashMap<>(toServer());
    settings.put("acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var answers = new ArrayList<Future<RecordMetadata>>();
      for (String value : values) {
        answers.add(producer.send(new ProducerRecord<>(TOPIC, value, value)));
      }
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    }
  }

  private List<String> everything(int expected) {
    var found = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(toServer(), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.DEFAULT_PARTITIONS)
              .mapToObj(n -> new TopicPartition(TOPIC, n))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (found.size() < expected && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
      }
    }
    return found;
  }

  private Map<String, Object> toServer() {
    return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers());
  }
}
