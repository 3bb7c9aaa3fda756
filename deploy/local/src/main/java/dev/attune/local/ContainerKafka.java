package dev.attune.local;

import java.util.Locale;
import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container, configured like the embedded one. */
final class ContainerKafka implements KafkaServer {

  private static final String IMAGE = "apache/kafka:4.1.1";

  private final KafkaContainer container;

  private ContainerKafka(KafkaContainer container) {
    this.container = container;
  }

  static ContainerKafka start() {
    var container = new KafkaContainer(IMAGE);
    BrokerSettings.COMMON.forEach((key, value) -> container.withEnv(environmentName(key), value));
    container.start();
    Topics.create(container.getBootstrapServers());
    return new ContainerKafka(container);
  }

  private static String environmentName(String key) {
    return "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  @Override
  public String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public void close() {
    container.stop();
  }
}
