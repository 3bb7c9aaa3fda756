package dev.attune.feedback.project;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads our partitions of the log from where PostgreSQL says they have been taken over to. A topic
 * that was made anew, or that ends before that place, is read from its start.
 */
final class LogReader implements AutoCloseable {

  private static final String GROUP = "attune-feedback";
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final LogProbe probe;
  private final Projector projector;
  private final TakingOver takingOver;
  private final Progress progress;
  private final Clock clock;
  private final Set<TopicPartition> lost = new HashSet<>();
  private Map<String, String> ids = Map.of();

  private LogReader(Consumer<byte[], byte[]> consumer, Factory factory, Progress progress) {
    this.consumer = consumer;
    this.probe = factory.probe;
    this.projector = factory.projector;
    this.takingOver = factory.takingOver;
    this.clock = factory.clock;
    this.progress = progress;
    consumer.subscribe(LogProbe.topics(), new Assignments());
  }

  /** Makes readers. */
  @Singleton
  static class Factory {

    private final String servers;
    private final Optional<String> instance;
    private final LogProbe probe;
    private final Projector projector;
    private final TakingOver takingOver;
    private final ProjectionConfig config;
    private final Clock clock;

    Factory(
        @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
        @ConfigProperty(name = "attune.instance") Optional<String> instance,
        LogProbe probe,
        Projector projector,
        TakingOver takingOver,
        ProjectionConfig config,
        Clock clock) {
      this.servers = servers;
      this.instance = instance;
      this.probe = probe;
      this.projector = projector;
      this.takingOver = takingOver;
      this.config = config;
      this.clock = clock;
    }

    LogReader open(Progress progress) {
      Map<String, Object> settings = new HashMap<>();
      settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
      settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
      settings.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
      instance.ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
      settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
      settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
      settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
      settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxRecords());
      settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, config.maxBytes());
      settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
      settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
      settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
      settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
      settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
      settings.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 30_000);
      settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
      return new LogReader(
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
          this,
          progress);
    }
  }

  /** Takes over what is there, or waits a moment for it. */
  void turn(BooleanSupplier running) {
    loseWhatWasMadeAnew();
    if (!lost.isEmpty()) {
      find();
    }
    List<Told> records = tell(consumer.poll(POLL));
    progress.lagIs(waiting(records.size()), clock.instant());
    if (records.isEmpty()) {
      return;
    }
    switch (takingOver.take(records, pause -> waitPaused(pause, running))) {
      case TAKEN -> {
        progress.took(clock.instant());
        consumer.commitAsync(commits(records), (_, _) -> {});
      }
      case ELSEWHERE -> {
        probe.lookNow();
        lost.addAll(consumer.assignment());
      }
    }
  }

  /** Goes on being a member of the group without reading; false once that is in vain. */
  private boolean waitPaused(Duration time, BooleanSupplier running) {
    consumer.pause(consumer.assignment());
    consumer.poll(time);
    consumer.resume(consumer.assignment());
    return running.getAsBoolean() && lost.isEmpty();
  }

  private List<Told> tell(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    var told = new ArrayList<Told>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String log = ids.get(record.topic());
      if (log != null && !lost.contains(new TopicPartition(record.topic(), record.partition()))) {
        var type =
            LogProbe.TYPES.stream()
                .filter(t -> t.topic().topicName().equals(record.topic()))
                .findFirst()
                .orElseThrow();
        told.add(new Told(record, log, Decoder.decode(type, record)));
      }
    }
    return told;
  }

  private void loseWhatWasMadeAnew() {
    probe
        .ids()
        .filter(now -> !now.equals(ids))
        .ifPresent(now -> {
          consumer.assignment().stream()
              .filter(p -> !now.getOrDefault(p.topic(), "").equals(ids.get(p.topic())))
              .forEach(lost::add);
          ids = now;
        });
  }

  /** Finds the place of every partition of which it is not known. */
  private void find() {
    lost.retainAll(consumer.assignment());
    Map<String, Position> kept =
        takingOver.await(projector.positions()).stream()
            .collect(Collectors.toMap(p -> p.topic() + "/" + p.part(), p -> p));
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(lost);
    Map<TopicPartition, Long> ends = consumer.endOffsets(lost);
    var anew = new ArrayList<Position>();
    for (TopicPartition partition : lost) {
      Position position = kept.get(partition.topic() + "/" + partition.partition());
      String id = ids.getOrDefault(partition.topic(), "");
      if (position != null
          && position.topicId().equals(id)
          && position.next() <= ends.getOrDefault(partition, 0L)) {
        consumer.seek(partition, position.next());
      } else {
        long start = starts.getOrDefault(partition, 0L);
        consumer.seek(partition, start);
        anew.add(new Position(partition.topic(), partition.partition(), id, start));
      }
    }
    if (!anew.isEmpty()) {
      takingOver.await(projector.startAt(anew));
    }
    lost.clear();
  }

  private long waiting(int atHand) {
    return atHand
        + consumer.assignment().stream()
            .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
            .sum();
  }

  private static Map<TopicPartition, OffsetAndMetadata> commits(Collection<Told> records) {
    return Position.after(records).stream()
        .collect(
            Collectors.toMap(
                p -> new TopicPartition(p.topic(), p.part()),
                p -> new OffsetAndMetadata(p.next())));
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
  }

  /** Partitions that come are sought; while some are lost, records at hand are let go. */
  private final class Assignments implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      lost.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      lost.addAll(partitions);
    }
  }
}
