package dev.attune.systemtests.architecture.planted.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Decides by what time it is. */
public class PlantedClock {
  boolean decide(Instant due) {
    Supplier<Instant> now = Instant::now;
    return due.isAfter(now.get())
        || due.isAfter(Instant.now())
        || due.isAfter(Clock.systemUTC().instant())
        || due.toEpochMilli() > System.currentTimeMillis();
  }
}
