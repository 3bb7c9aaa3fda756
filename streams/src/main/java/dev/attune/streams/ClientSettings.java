package dev.attune.streams;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the Kafka clients, from the service's options. */
final class ClientSettings {

  /** A shorter wait for records than a commit interval, or an idle thread would commit late. */
  private static final Duration LONGEST_POLL = Duration.ofMillis(10);

  private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(3);
  private static final int HEARTBEATS_PER_SESSION = 3;

  private ClientSettings() {}

  /** The settings of Kafka Streams. */
  static Properties ofStreams(
      StreamsApplication application, StreamsOptions options, String bootstrapServers) {
    var settings = common(options, bootstrapServers);
    String id = options.applicationId().orElse(application.applicationId());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
    settings.put(StreamsConfig.CLIENT_ID_CONFIG, options.instanceId().orElse(id));
    settings.put(StreamsConfig.STATE_DIR_CONFIG, options.stateDir().toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, options.commitInterval().toMillis());
    settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, TimeOfReceipt.class);
    settings.put(
        StreamsConfig.POLL_MS_CONFIG,
        Math.min(LONGEST_POLL.toMillis(), options.commitInterval().toMillis()));
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, options.threads());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, options.standbys());
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    settings.put(
        StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, options.memory().waitingRecords());
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
    settings.put(BoundedRocks.BYTES, options.memory().stores());
    consumer(settings, options);
    producer(settings, options);
    return settings;
  }

  /** The settings of the client that looks after topics. */
  static Properties ofAdmin(StreamsOptions options, String bootstrapServers) {
    var settings = common(options, bootstrapServers);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ADMIN_PATIENCE.toMillis());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ADMIN_PATIENCE.toMillis());
    return settings;
  }

  private static Properties common(StreamsOptions options, String bootstrapServers) {
    var settings = new Properties();
    settings.putAll(options.kafka());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
    return settings;
  }

  private static void consumer(Properties settings, StreamsOptions options) {
    int session = (int) options.sessionTimeout().toMillis();
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG),
        options.memory().fetch());
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        session / HEARTBEATS_PER_SESSION);
    options
        .instanceId()
        .ifPresent(id ->
            settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
  }

  private static void producer(Properties settings, StreamsOptions options) {
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) options.transactionTimeout().toMillis());
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), DeadLetter.LARGEST);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
        Math.max(options.memory().unsent(), DeadLetter.LARGEST));
  }
}
