package dev.attune.feedback.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people wait for the database. */
@ConfigMapping(prefix = "attune.database")
interface DatabaseConfig {

  /** Who asks is told to come again when there is no answer within this time. */
  @WithDefault("PT5S")
  Duration answersWithin();
}
