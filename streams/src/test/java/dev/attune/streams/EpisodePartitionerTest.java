package dev.attune.streams;

import static dev.attune.streams.Samples.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.EpisodePartition;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpisodePartitionerTest {

  private final EpisodePartitioner partitioner = new EpisodePartitioner();

  @Test
  void every_key_of_an_episode_goes_to_the_partition_of_the_episode() {
    int partition = EpisodePartition.of("northside/E-77", 32);

    assertThat(partitioner.partitions("t", bytes("northside/E-77/S-1"), null, 32))
        .contains(Set.of(partition));
    assertThat(partitioner.partitions("t", bytes("northside/E-77/alt_1"), null, 32))
        .contains(Set.of(partition));
  }

  @Test
  void record_without_a_key_may_go_anywhere() {
    assertThat(partitioner.partitions("t", null, null, 32)).isEmpty();
  }
}
