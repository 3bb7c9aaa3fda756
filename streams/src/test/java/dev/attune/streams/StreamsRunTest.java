package dev.attune.streams;

import static dev.attune.streams.Samples.json;
import static dev.attune.streams.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaServer;
import dev.attune.streams.StreamsCondition.Broker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class StreamsRunTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "127.0.0.1:1";
  private static final String RATINGS = Topic.RATINGS.topicName();
  private static final int AS_LARGE_AS_A_TOPIC_TAKES = 1_048_400;
  private static final int LARGE_BEFORE_COMPRESSION = 6 * 1024 * 1024;

  private static KafkaServer kafka;

  private final AtomicInteger ended = new AtomicInteger();

  @TempDir Path stateDir;

  @BeforeAll
  static void start() {
    kafka = KafkaServer.start();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void without_a_broker_it_is_alive_and_not_ready_and_stops_at_once() {
    StreamsRun run = run(NOBODY, Echo::new, Map.of());
    await().atMost(PATIENCE).until(() -> run.condition().broker() instanceof Broker.Silent);

    assertThat(run.condition().isReady()).isFalse();
    assertThat(run.condition().isAlive()).isTrue();
    assertTimeoutPreemptively(Duration.ofSeconds(5), run::close);
  }

  @Test
  void missing_topic_is_waited_for_and_named() throws Exception {
    try (var run = waitingFor("not.there.yet")) {
      await()
          .atMost(PATIENCE)
          .until(() -> run.condition().summary().equals("missing topics: not.there.yet"));

      create("not.there.yet");

      await().atMost(PATIENCE).until(() -> run.condition().isReady());
    }
  }

  @Test
  void step_that_always_fails_ends_in_death_after_the_limit() throws Exception {
    var limit = Map.of("replacement.limit", "2", "replacement.pause", "10ms");
    try (var run = run(kafka.bootstrapServers(), Failing::new, limit)) {
      await().atMost(PATIENCE).until(() -> run.condition().isReady());
      assertThat(run.condition().isAlive()).isTrue();

      send(Samples.rating("E-1"));

      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .until(() -> !run.condition().isAlive());
      assertThat(run.condition().isReady()).isFalse();
      assertThat(ended).hasValue(1);
    }
  }

  @Test
  void stopping_a_step_that_hangs_takes_no_longer_than_the_options_give() throws Exception {
    try (var run = run(kafka.bootstrapServers(), Hanging::new, Map.of("stop-within", "2s"))) {
      await().atMost(PATIENCE).until(() -> run.condition().isReady());
      send(Samples.rating("E-1"));
      Hanging.BEGUN.await();

      assertTimeoutPreemptively(Duration.ofMillis(3500), run::close);
      Hanging.GO_ON.countDown();
    }
    assertThat(ended).hasValue(0);
  }

  @Test
  void large_records_nobody_can_read_are_kept_and_stop_nothing() throws Exception {
    Rating rating = Samples.rating("E-large");
    try (var run = run(kafka.bootstrapServers(), Echo::new, Map.of())) {
      await().atMost(PATIENCE).until(() -> run.condition().isReady());

      send(new ProducerRecord<>(RATINGS, 0, key(rating), new byte[AS_LARGE_AS_A_TOPIC_TAKES]));
      send(new ProducerRecord<>(RATINGS, 0, key(rating), new byte[LARGE_BEFORE_COMPRESSION]));
      send(new ProducerRecord<>(RATINGS, 0, key(rating), json(rating)));

      await().atMost(PATIENCE).until(() -> !read(Topic.SCORES, rating).isEmpty());
    }
    List<ConsumerRecord<byte[], byte[]>> letters = read(Topic.DEAD_LETTERS, rating);
    assertThat(letters).hasSize(2);
    assertThat(letters.getFirst().value()).hasSize(AS_LARGE_AS_A_TOPIC_TAKES);
    assertThat(letters.getFirst().headers().lastHeader(DeadLetter.CUT)).isNull();
    assertThat(letters.getLast().value()).hasSizeLessThan(DeadLetter.LARGEST);
    assertThat(letters.getLast().headers().lastHeader(DeadLetter.CUT).value())
        .asString()
        .isEqualTo("value=" + LARGE_BEFORE_COMPRESSION);
  }

  @Test
  void records_that_tell_no_time_are_handled() throws Exception {
    Rating rating = Samples.rating("E-timeless");
    try (var run = run(kafka.bootstrapServers(), Echo::new, Map.of())) {
      await().atMost(PATIENCE).until(() -> run.condition().isReady());

      send(new Timeless(key(rating), json(rating)));

      await().atMost(PATIENCE).until(() -> !read(Topic.SCORES, rating).isEmpty());
    }
    assertThat(read(Topic.RATINGS, rating).getFirst().timestamp()).isEqualTo(-1);
    assertThat(read(Topic.SCORES, rating).getFirst().timestamp()).isPositive();
  }

  private StreamsRun run(
      String bootstrapServers,
      Supplier<Step<RatingKey, Rating>> step,
      Map<String, String> settings) {
    var meters = new StreamMeters(new SimpleMeterRegistry());
    var application =
        StreamsApplication.plan("echo-service", "echo-" + stateDir.getFileName(), meters)
            .read(RecordFormat.RATING, step)
            .write(EventType.SCORE)
            .build();
    return started(application, bootstrapServers, meters, settings);
  }

  private StreamsRun waitingFor(String topic) {
    var meters = new StreamMeters(new SimpleMeterRegistry());
    var application =
        StreamsApplication.plan("echo-service", "echo-" + stateDir.getFileName(), meters)
            .read(RecordFormat.RATING, Echo::new)
            .write(EventType.SCORE)
            .build();
    return started(
        new StreamsApplication(
            application.service(),
            application.applicationId(),
            application.topology(),
            Set.of(topic)),
        kafka.bootstrapServers(),
        meters,
        Map.of());
  }

  private StreamsRun started(
      StreamsApplication application,
      String bootstrapServers,
      StreamMeters meters,
      Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("state-dir", stateDir.toString());
    all.put("look-every", "50ms");
    all.put("session-timeout", "2s");
    var run =
        new StreamsRun(
            application,
            Samples.options(all),
            bootstrapServers,
            meters,
            InstantSource.system(),
            ended::incrementAndGet);
    run.start();
    return run;
  }

  private static void create(String topic) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static void send(Rating rating) throws Exception {
    send(new ProducerRecord<>(RATINGS, key(rating), json(rating)));
  }

  /** Like a foreign writer, which compresses what is large and has limits of its own. */
  private static void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    boolean large = record.value().length > AS_LARGE_AS_A_TOPIC_TAKES;
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "max.request.size",
                2 * LARGE_BEFORE_COMPRESSION,
                "compression.type",
                large ? "gzip" : "none"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  /** What lies on a topic under the key of a rating, as a reader of committed records sees it. */
  private static List<ConsumerRecord<byte[], byte[]>> read(Topic topic, Rating rating) {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.DEFAULT_PARTITIONS)
              .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    found.removeIf(record -> !Arrays.equals(record.key(), key(rating)));
    return found;
  }

  /** As some foreign writers send it: Kafka's own records refuse to be made with such a time. */
  private static final class Timeless extends ProducerRecord<byte[], byte[]> {

    Timeless(byte[] key, byte[] value) {
      super(RATINGS, 3, key, value);
    }

    @Override
    public Long timestamp() {
      return -1L;
    }
  }

  private static class Echo implements Step<RatingKey, Rating> {

    @Override
    public void fact(RatingKey key, Rating rating, Exchange exchange) {
      exchange.send(EventType.SCORE, exchange.key(), json(rating));
    }

    @Override
    public void erasure(RatingKey key, Exchange exchange) {
      exchange.erase(EventType.SCORE, exchange.key());
    }
  }

  private static final class Hanging extends Echo {

    private static final CountDownLatch BEGUN = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    @Override
    public void fact(RatingKey key, Rating rating, Exchange exchange) {
      BEGUN.countDown();
      try {
        GO_ON.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Failing extends Echo {

    @Override
    public void fact(RatingKey key, Rating rating, Exchange exchange) {
      throw new IllegalStateException("planted");
    }
  }
}
