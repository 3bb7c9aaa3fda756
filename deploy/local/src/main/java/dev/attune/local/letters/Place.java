package dev.attune.local.letters;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A place on the log. */
public record Place(String topic, int partition, long offset) {

  /** Where a record stands. */
  public static Place of(ConsumerRecord<?, ?> record) {
    return new Place(record.topic(), record.partition(), record.offset());
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
