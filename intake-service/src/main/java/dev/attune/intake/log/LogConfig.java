package dev.attune.intake.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The way to the log, beside the addresses and credentials in {@code kafka.*}. */
@ConfigMapping(prefix = "attune.log")
public interface LogConfig {

  /** How many events may be under way at once; what comes on top is shed. */
  @WithDefault("512")
  int inFlight();

  /** How many of them may be of one tenant, so that one clinic cannot starve the others. */
  @WithDefault("256")
  int inFlightPerTenant();

  /** How long an acknowledgement may take before its outcome counts as unknown. */
  @WithDefault("4s")
  Duration acknowledgeWithin();

  /** How long the producer waits for company before it sends a batch. */
  @WithDefault("2ms")
  Duration linger();

  /** How often the log is looked after. */
  @WithDefault("1s")
  Duration watchEvery();
}
