package dev.attune.contracts;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Which partition an episode lives in. Every producer uses this one function of {@code
 * tenant/episode}, so that one episode is in order in one partition of every topic and stateful
 * steps need no repartitioning.
 *
 * <p>Changing it would tear episodes apart: the values are pinned by a test.
 */
public final class EpisodePartition {

  private EpisodePartition() {}

  /**
   * The partition of a record.
   *
   * @param key a key of the log, whose first two parts are tenant and episode; one with fewer parts
   *     counts as a whole
   * @param partitions how many partitions the topic has, 1 or more
   */
  public static int of(String key, int partitions) {
    int tenantEnds = key.indexOf('/');
    int episodeEnds = tenantEnds < 0 ? -1 : key.indexOf('/', tenantEnds + 1);
    String episode = episodeEnds < 0 ? key : key.substring(0, episodeEnds);
    var crc = new CRC32C();
    crc.update(episode.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % partitions);
  }
}
