package dev.attune.local;

/** A running Kafka broker that holds every topic of {@code dev.attune.contracts.Topic}. */
public interface KafkaServer extends AutoCloseable {

  /** Starts a broker for a test: in a container where Docker answers, else embedded. */
  static KafkaServer start() {
    return Servers.kafka();
  }

  /** Where clients find the broker, as {@code host:port}. */
  String bootstrapServers();

  @Override
  void close();
}
