package dev.attune.streams;

import dev.attune.contracts.EpisodePartition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Sends every record to the partition of its episode; one without a key to any. */
final class EpisodePartitioner implements StreamPartitioner<byte[], byte[]> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte @Nullable [] key, byte @Nullable [] value, int partitions) {
    return key == null
        ? Optional.empty()
        : Optional.of(
            Set.of(EpisodePartition.of(new String(key, StandardCharsets.UTF_8), partitions)));
  }
}
