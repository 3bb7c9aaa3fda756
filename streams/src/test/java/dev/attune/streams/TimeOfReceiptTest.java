package dev.attune.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TimeOfReceiptTest {

  private final TimeOfReceipt time = new TimeOfReceipt();

  @Test
  void a_record_that_tells_its_time_has_it() {
    assertThat(time.extract(record(7), 9)).isEqualTo(7);
    assertThat(time.extract(record(0), 9)).isZero();
  }

  @Test
  void a_record_that_tells_no_time_has_that_of_the_one_before() {
    assertThat(time.extract(record(-1), 9)).isEqualTo(9);
  }

  @Test
  void the_first_record_of_a_partition_that_tells_no_time_has_now() {
    long before = System.currentTimeMillis();

    assertThat(time.extract(record(-1), -1)).isBetween(before, System.currentTimeMillis());
  }

  private static ConsumerRecord<Object, Object> record(long timestamp) {
    return new ConsumerRecord<>(
        "attune.ratings",
        0,
        0L,
        timestamp,
        TimestampType.CREATE_TIME,
        0,
        0,
        "key",
        "value",
        new RecordHeaders(),
        Optional.empty());
  }
}
