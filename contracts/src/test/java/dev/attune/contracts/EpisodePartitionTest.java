package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which partition an episode lives. */
class EpisodePartitionTest {

  @ParameterizedTest
  @CsvSource({
    "northside/E-77/S-42/srs/CLIENT/C-1, 3, 11, 47",
    "northside/E-77/S-42, 3, 11, 47",
    "northside/E-78/S-42, 3, 3, 11",
    "southside/E-77, 3, 11, 23",
    "a/b/c, 3, 3, 35",
    "odd, 0, 0, 60"
  })
  void partitions_are_pinned(String key, int of4, int of12, int of64) {
    assertThat(EpisodePartition.of(key, 1)).isZero();
    assertThat(EpisodePartition.of(key, 4)).isEqualTo(of4);
    assertThat(EpisodePartition.of(key, 12)).isEqualTo(of12);
    assertThat(EpisodePartition.of(key, 64)).isEqualTo(of64);
  }

  @Property
  void all_keys_of_an_episode_share_a_partition(
      @ForAll @AlphaChars @StringLength(min = 1, max = 64) String tenant,
      @ForAll @AlphaChars @StringLength(min = 1, max = 64) String episode,
      @ForAll @AlphaChars @StringLength(min = 1, max = 64) String session,
      @ForAll Perspective perspective,
      @ForAll @IntRange(min = 1, max = 1000) int partitions) {
    String rating = new RatingKey(tenant, episode, session, "srs", perspective, session).text();
    int partition = EpisodePartition.of(rating, partitions);

    assertThat(partition).isBetween(0, partitions - 1);
    assertThat(EpisodePartition.of(new SessionKey(tenant, episode, session).text(), partitions))
        .isEqualTo(partition);
    assertThat(EpisodePartition.of(new AlertKey(tenant, episode, "alt_1").text(), partitions))
        .isEqualTo(partition);
    assertThat(EpisodePartition.of(tenant + "/" + episode, partitions)).isEqualTo(partition);
  }

  @Example
  void episodes_spread_over_the_partitions() {
    long[] episodes = new long[12];
    for (int i = 1; i <= 2400; i++) {
      episodes[EpisodePartition.of("northside/E-" + i + "/S-1", episodes.length)]++;
    }

    assertThat(LongStream.of(episodes).min().orElseThrow()).isGreaterThan(100);
    assertThat(LongStream.of(episodes).max().orElseThrow()).isLessThan(300);
  }
}
