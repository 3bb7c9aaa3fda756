package dev.attune.systemtests.architecture.planted;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Has what it needs put into a field. */
public class PlantedInjection {
  @Inject @Nullable Clock clock;
}
