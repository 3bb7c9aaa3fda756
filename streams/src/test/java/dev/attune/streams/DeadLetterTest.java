package dev.attune.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.DeadReason;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterTest {

  private static final int MIB = 1024 * 1024;

  @Test
  void what_fits_stays_whole() {
    Record<byte[], byte[]> letter = letter(40, MIB, 2 * MIB);

    assertThat(letter.key()).hasSize(40);
    assertThat(letter.value()).hasSize(2 * MIB);
    assertThat(letter.headers().lastHeader("h").value()).hasSize(MIB);
    assertThat(cut(letter)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "40, 100, 6291456, value=6291456",
    "40, 5242880, 100, headers=5242891",
    "40, 5242880, 5242880, 'headers=5242891,value=5242880'",
    "5242880, 0, 100, 'key=5242880,headers=11,value=100'",
  })
  void what_does_not_fit_is_cut_and_named(int key, int header, int value, String told) {
    Record<byte[], byte[]> letter = letter(key, header, value);

    assertThat(cut(letter)).contains(told);
    assertThat(sizeOnTheLog(letter)).isLessThanOrEqualTo(DeadLetter.LARGEST);
    assertThat(letter.headers().lastHeader("dead_reason")).isNotNull();
  }

  private static Record<byte[], byte[]> letter(int key, int header, int value) {
    var headers = new RecordHeaders().add("h", new byte[header]);
    var original = new Record<>(new byte[key], new byte[value], 7L, headers);
    return DeadLetter.of(original, DeadReason.UNREADABLE, new Origin(), "echo-service");
  }

  private static Optional<String> cut(Record<byte[], byte[]> letter) {
    Header cut = letter.headers().lastHeader(DeadLetter.CUT);
    return Optional.ofNullable(cut).map(header -> new String(header.value(), UTF_8));
  }

  /** As a producer estimates it before it refuses. */
  private static int sizeOnTheLog(Record<byte[], byte[]> letter) {
    return AbstractRecords.estimateSizeInBytesUpperBound(
        RecordBatch.CURRENT_MAGIC_VALUE,
        CompressionType.NONE,
        letter.key(),
        letter.value(),
        letter.headers().toArray());
  }

  private record Origin() implements RecordMetadata {

    @Override
    public String topic() {
      return "attune.ratings";
    }

    @Override
    public int partition() {
      return 3;
    }

    @Override
    public long offset() {
      return 12;
    }
  }
}
