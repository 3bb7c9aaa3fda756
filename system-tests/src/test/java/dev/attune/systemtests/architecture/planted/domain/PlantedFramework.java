package dev.attune.systemtests.architecture.planted.domain;

import org.apache.kafka.common.serialization.StringSerializer;

/** Decides with the help of a messaging library. */
public class PlantedFramework {
  boolean decide(Object serializer) {
    return serializer instanceof StringSerializer;
  }
}
