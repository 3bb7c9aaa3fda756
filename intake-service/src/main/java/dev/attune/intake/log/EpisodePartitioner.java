package dev.attune.intake.log;

import dev.attune.contracts.EpisodePartition;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;

/** Lets the producer use the one function that all producers use. Kafka makes it by its name. */
public final class EpisodePartitioner implements Partitioner {

  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    return EpisodePartition.of((String) key, cluster.partitionCountForTopic(topic));
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // Nothing to configure: the function is fixed.
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
