package dev.attune.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When a record was received. One of a foreign writer may tell no time (-1), of which a stream
 * thread would die at every retry: it has the time of the record before it, and the first one of a
 * partition, of which Kafka's own {@code UsePartitionTimeOnInvalidTimestamp} dies too, has now.
 */
public final class TimeOfReceipt implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (record.timestamp() >= 0) {
      return record.timestamp();
    }
    return partitionTime >= 0 ? partitionTime : System.currentTimeMillis();
  }
}
