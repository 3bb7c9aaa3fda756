package dev.attune.systemtests.architecture.planted;

import jakarta.transaction.Transactional;

/** Declares a transaction that reactive code would not get. */
public class PlantedTransaction {
  @Transactional
  void save() {}
}
