package dev.attune.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this service judges by, and how much it keeps. */
@ConfigMapping(prefix = "attune.alert")
interface AlertOptions {

  /** The id of a shipped rule set. */
  @WithDefault("attune-default")
  String ruleSet();

  /**
   * The most sessions that are kept, rated ones of each series and those that the EHR tells of; a
   * record beyond becomes a dead letter.
   */
  @WithDefault("2000")
  int sessionsPerSeries();
}
