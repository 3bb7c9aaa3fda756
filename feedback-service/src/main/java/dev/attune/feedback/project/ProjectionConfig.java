package dev.attune.feedback.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the log is taken over. */
@ConfigMapping(prefix = "attune.projection")
interface ProjectionConfig {

  /** The most records in one transaction. */
  @WithDefault("500")
  int maxRecords();

  /** The most bytes in one fetch. */
  @WithDefault("4194304")
  int maxBytes();

  /** The longest time one transaction may take before it is tried again. */
  @WithDefault("PT30S")
  Duration transactionTimeout();

  /** The longest pause between two tries. */
  @WithDefault("PT2S")
  Duration longestPause();

  /** Without progress for so long, though there is something to do, readiness goes down. */
  @WithDefault("PT60S")
  Duration stalledAfter();

  /** The broker counts as away when it has not answered for so long. */
  @WithDefault("PT15S")
  Duration awayAfter();

  /** How long the start waits for the database before the service starts without it. */
  @WithDefault("PT10S")
  Duration startWaits();
}
