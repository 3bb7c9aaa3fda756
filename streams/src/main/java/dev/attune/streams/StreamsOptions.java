package dev.attune.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How a service runs its topology. Sizes are in bytes. */
@ConfigMapping(prefix = "attune.streams")
public interface StreamsOptions {

  /**
   * Where stores lie on disk. They can be rebuilt from the log; keeping them shortens a restart.
   */
  @WithDefault(".attune/streams")
  Path stateDir();

  /**
   * The name under which this instance is a static member of its group, so that a restart within
   * the session timeout moves no partitions. Unique per instance; without it membership is dynamic.
   */
  Optional<String> instanceId();

  /** The consumer group, in place of the service's own. */
  Optional<String> applicationId();

  /** Stream threads; more than partitions are of no use. */
  @WithDefault("1")
  int threads();

  /** Copies of each store on other instances, so that a take-over needs no replay. */
  @WithDefault("0")
  int standbys();

  /** Time between transactions: what each stage adds to the age of a record. */
  @WithDefault("25ms")
  Duration commitInterval();

  /** How long a hanging transaction may hold up its readers. */
  @WithDefault("10s")
  Duration transactionTimeout();

  /** After this long without a heartbeat an instance counts as dead. */
  @WithDefault("10s")
  Duration sessionTimeout();

  /** With records waiting and none handled for this long, the service is not ready. */
  @WithDefault("1m")
  Duration stalledAfter();

  /** How often the broker and the topics are looked at. */
  @WithDefault("2s")
  Duration lookEvery();

  /** How long an orderly stop may take, all of it. */
  @WithDefault("5s")
  Duration stopWithin();

  /** The bounds of memory. */
  Memory memory();

  /** What happens when a stream thread dies. */
  Replacement replacement();

  /** Further settings of the Kafka clients, by their own names, such as those of TLS. */
  Map<String, String> kafka();

  /** The bounds of memory. */
  interface Memory {

    /** All stores together: block cache and write buffers. */
    @WithDefault("16777216")
    long stores();

    /** Records not yet acknowledged, per producer; never less than the largest dead letter. */
    @WithDefault("8388608")
    long unsent();

    /** The answer to one fetch. */
    @WithDefault("4194304")
    int fetch();

    /** Records that wait, per partition. */
    @WithDefault("1000")
    int waitingRecords();
  }

  /** What happens when a stream thread dies. A failing broker never uses up the limit. */
  interface Replacement {

    /** More deaths than this within the window are the end: the process exits with code 1. */
    @WithDefault("8")
    int limit();

    /** Older deaths are forgiven. */
    @WithDefault("5m")
    Duration window();

    /** The pause before the first replacement; it doubles with every further one. */
    @WithDefault("200ms")
    Duration pause();

    /** The longest pause. */
    @WithDefault("10s")
    Duration longestPause();
  }
}
