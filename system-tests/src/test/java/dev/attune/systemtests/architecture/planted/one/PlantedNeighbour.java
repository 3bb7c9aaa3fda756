package dev.attune.systemtests.architecture.planted.one;

import dev.attune.systemtests.architecture.planted.other.Secret;

/** Knows its neighbour. */
public class PlantedNeighbour {
  boolean decide(Object thing) {
    return thing instanceof Secret;
  }
}
