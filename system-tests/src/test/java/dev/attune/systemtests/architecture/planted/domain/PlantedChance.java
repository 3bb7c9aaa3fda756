package dev.attune.systemtests.architecture.planted.domain;

import java.util.Random;
import java.util.UUID;

/** Decides by chance. */
public class PlantedChance {
  boolean decide() {
    return new Random().nextBoolean() || Math.random() > 0.5 || UUID.randomUUID().version() == 1;
  }
}
