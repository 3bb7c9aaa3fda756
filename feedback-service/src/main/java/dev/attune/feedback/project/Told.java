package dev.attune.feedback.project;

import dev.attune.contracts.DeadReason;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the log and what it says.
 *
 * @param log the incarnation of the topic
 */
record Told(ConsumerRecord<byte[], byte[]> record, String log, Entry entry) {

  String topic() {
    return record.topic();
  }

  int part() {
    return record.partition();
  }

  long offset() {
    return record.offset();
  }

  /** When the rating or session it comes from was received. */
  Instant receipt() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /** The same record, given up. */
  Told given(DeadReason reason) {
    return new Told(record, log, new Entry.Dead(reason));
  }
}
