package dev.attune.systemtests.architecture.planted.domain;

/** Decides by where it runs. */
public class PlantedEnvironment {
  boolean decide() {
    return System.getenv("ATTUNE_MOOD") != null || System.getProperty("attune.mood") != null;
  }
}
