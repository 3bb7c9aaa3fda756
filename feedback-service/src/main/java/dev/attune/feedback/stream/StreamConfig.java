package dev.attune.feedback.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the streams. */
@ConfigMapping(prefix = "attune.stream")
interface StreamConfig {

  /** A comment keeps the connection alive so often; the feed is looked at as often at least. */
  @WithDefault("PT15S")
  Duration heartbeat();

  /** The most streams of one caller. */
  @WithDefault("12")
  int perCaller();

  /** The most streams of all callers together. */
  @WithDefault("2000")
  int total();

  /** The most events read at once. */
  @WithDefault("100")
  int page();
}
